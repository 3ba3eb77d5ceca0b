/** ISO 639-1: languages with a code of two letters. */
const twoLetters = new Set(
  (
    'aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el ' +
    'en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ' +
    'ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na ' +
    'nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so ' +
    'sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'
  ).split(' '),
)

/** ISO 639-2: single languages that have a code of three letters only. */
const threeLetters = new Set(
  (
    'ace ach ada ady afh ain akk ale alt ang anp arc arn arp arw ast awa bal ban bas bej bem bho bik bin bla bra bua ' +
    'bug byn cad car ceb chb chg chk chm chn cho chp chr chy cnr cop crh csb dak dar del den dgr din doi dsb dua dum ' +
    'dyu efi egy eka elx enm ewo fan fat fil fon frm fro frr frs fur gaa gay gba gez gil gmh goh gon gor got grb grc ' +
    'gsw gwi hai haw hil hit hmn hsb hup iba ilo inh jbo jpr jrb kaa kab kac kam kaw kbd kha kho kmb kok kos kpe krc ' +
    'krl kru kum kut lad lah lam lez lol loz lua lui lun luo lus mad mag mai mak man mas mdf mdr men mga mic min mnc ' +
    'mni moh mos mus mwl mwr myv nap nds new nia niu nog non nqo nso nwc nym nyn nyo nzi osa ota pag pal pam pap pau ' +
    'peo phn pon pro raj rap rar rom rup sad sah sam sas sat scn sco sel sga shn sid sma smj smn sms snk sog srn srr ' +
    'suk sus sux syc syr tem ter tet tig tiv tkl tlh tli tmh tog tpi tsi tum tvl tyv udm uga umb vai vot wal war was ' +
    'xal yao yap zap zbl zen zgh zun zza'
  ).split(' '),
)

/** ISO 3166-1: countries and territories. */
const regions = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
    'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO ' +
    'FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE ' +
    'JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO ' +
    'MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW ' +
    'PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM ' +
    'TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
)

const form = /^([a-z]{2,3})(?:-[a-z]{4})?(?:-([a-z]{2}|\d{3}))?$/

/**
 * Whether podcast apps know the code: ISO 639 with an optional script and region, in any case: `en`, `pt-BR`,
 * `zh-hant-tw`. @see spec/rss-itunes-psp.md §4 language
 */
export function isLanguage(code: string): boolean {
  const [, language, region] = form.exec(code.toLowerCase()) ?? []
  if (language === undefined || !(twoLetters.has(language) || threeLetters.has(language))) return false
  return region === undefined || region.length === 3 || regions.has(region.toUpperCase())
}

/** The code that was probably meant by `en_US`, `en-UK`, `eng` or `English`. */
export function suggestLanguage(text: string): string | undefined {
  const code = text.trim().toLowerCase().replace(/[_\s]/g, '-').replace(/-uk$/, '-gb')
  if (isLanguage(code)) return code
  const [word = ''] = text
    .trim()
    .toLowerCase()
    .split(/[^\p{L}]/u, 1)
  if (/^[a-z]{2,3}$/.test(word)) {
    const [short] = Intl.getCanonicalLocales(word)
    return short !== undefined && isLanguage(short) ? short : undefined
  }
  return codeOfName(word)
}

/** The code of a language by its name, in English or in itself. */
function codeOfName(name: string): string | undefined {
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  return [...twoLetters].find((code) => {
    const itself = new Intl.DisplayNames([code, 'en'], { type: 'language', fallback: 'none' })
    return [english, itself].some((names) => names.of(code)?.toLowerCase() === name)
  })
}
