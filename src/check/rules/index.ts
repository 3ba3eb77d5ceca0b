import type { Rule } from '../../model/rule.ts'
import { answerStatus } from './answer-status.ts'
import { answerType } from './answer-type.ts'
import { atomRel } from './atom-rel.ts'
import { atomSelf } from './atom-self.ts'
import { atomSelfUrl } from './atom-self-url.ts'
import { authorEmail } from './author-email.ts'
import { blockPublic } from './block-public.ts'
import { categoryExtra } from './category-extra.ts'
import { categoryName } from './category-name.ts'
import { channelAuthor } from './channel-author.ts'
import { channelCategory } from './channel-category.ts'
import { channelDescription } from './channel-description.ts'
import { channelExplicit } from './channel-explicit.ts'
import { channelImage } from './channel-image.ts'
import { channelLanguage } from './channel-language.ts'
import { channelLink } from './channel-link.ts'
import { channelTitle } from './channel-title.ts'
import { completeButNew } from './complete-but-new.ts'
import { contentBeforeDescription } from './content-before-description.ts'
import { cors } from './cors.ts'
import { dateFormat } from './date-format.ts'
import { dateFuture } from './date-future.ts'
import { dateOrder } from './date-order.ts'
import { deprecatedItunes } from './deprecated-itunes.ts'
import { descriptionBytes } from './description-bytes.ts'
import { descriptionHtml } from './description-html.ts'
import { descriptionRelativeUrl } from './description-relative-url.ts'
import { duplicateElement } from './duplicate-element.ts'
import { duration } from './duration.ts'
import { elementSpelling } from './element-spelling.ts'
import { elementUnknownNamespace } from './element-unknown-namespace.ts'
import { emailExposed } from './email-exposed.ts'
import { enclosureBytesType } from './enclosure-bytes-type.ts'
import { enclosureDuplicate } from './enclosure-duplicate.ts'
import { enclosureExtension } from './enclosure-extension.ts'
import { enclosureHttps } from './enclosure-https.ts'
import { enclosureLength } from './enclosure-length.ts'
import { enclosureMultiple } from './enclosure-multiple.ts'
import { enclosureType } from './enclosure-type.ts'
import { enclosureUrl } from './enclosure-url.ts'
import { episodeNumber } from './episode-number.ts'
import { episodeNumberDuplicate } from './episode-number-duplicate.ts'
import { episodeType } from './episode-type.ts'
import { explicitMismatch } from './explicit-mismatch.ts'
import { explicitValue } from './explicit-value.ts'
import { feedCacheHeaders } from './feed-cache-headers.ts'
import { feedCompressed } from './feed-compressed.ts'
import { feedContentType } from './feed-content-type.ts'
import { feedEmpty } from './feed-empty.ts'
import { feedSize } from './feed-size.ts'
import { guidChanged } from './guid-changed.ts'
import { guidPermalink } from './guid-permalink.ts'
import { guidUnique } from './guid-unique.ts'
import { guidWeak } from './guid-weak.ts'
import { hubWithoutSelf } from './hub-without-self.ts'
import { imageDimensions } from './image-dimensions.ts'
import { imageFormat } from './image-format.ts'
import { imageHttps } from './image-https.ts'
import { imagePreferredSize } from './image-preferred-size.ts'
import { imageUrl } from './image-url.ts'
import { itemDescription } from './item-description.ts'
import { itemEnclosure } from './item-enclosure.ts'
import { itemGuid } from './item-guid.ts'
import { itemImage } from './item-image.ts'
import { itemLink } from './item-link.ts'
import { itemOrder } from './item-order.ts'
import { itemTitle } from './item-title.ts'
import { itemTitleNumber } from './item-title-number.ts'
import { itemTitleNumeric } from './item-title-numeric.ts'
import { itunesTypeValue } from './itunes-type-value.ts'
import { languageCode } from './language-code.ts'
import { mediaHead } from './media-head.ts'
import { mediaRange } from './media-range.ts'
import { newFeedUrl } from './new-feed-url.ts'
import { nsItunesUri } from './ns-itunes-uri.ts'
import { nsMissing } from './ns-missing.ts'
import { ownerEmail } from './owner-email.ts'
import { pagingLoop } from './paging-loop.ts'
import { pcAltencDefault } from './pc-altenc-default.ts'
import { pcAltencLength } from './pc-altenc-length.ts'
import { pcAltencNoEnclosure } from './pc-altenc-no-enclosure.ts'
import { pcAltencSource } from './pc-altenc-source.ts'
import { pcAttrRequired } from './pc-attr-required.ts'
import { pcAttrUnknown } from './pc-attr-unknown.ts'
import { pcBlockSlug } from './pc-block-slug.ts'
import { pcChaptersType } from './pc-chapters-type.ts'
import { pcChatProtocol } from './pc-chat-protocol.ts'
import { pcCount } from './pc-count.ts'
import { pcEpisodeNumber } from './pc-episode-number.ts'
import { pcFreqRrule } from './pc-freq-rrule.ts'
import { pcGuidChanged } from './pc-guid-changed.ts'
import { pcGuidFormat } from './pc-guid-format.ts'
import { pcGuidMissing } from './pc-guid-missing.ts'
import { pcGuidVersion } from './pc-guid-version.ts'
import { pcImageAlt } from './pc-image-alt.ts'
import { pcImagePurpose } from './pc-image-purpose.ts'
import { pcImagesDeprecated } from './pc-images-deprecated.ts'
import { pcIntegritySri } from './pc-integrity-sri.ts'
import { pcItunesAgree } from './pc-itunes-agree.ts'
import { pcLicenseUrl } from './pc-license-url.ts'
import { pcLiveContentlink } from './pc-live-contentlink.ts'
import { pcLiveStale } from './pc-live-stale.ts'
import { pcLiveStatus } from './pc-live-status.ts'
import { pcLiveTimes } from './pc-live-times.ts'
import { pcLocationCountry } from './pc-location-country.ts'
import { pcLocationGeo } from './pc-location-geo.ts'
import { pcLocationOsm } from './pc-location-osm.ts'
import { pcLocationPrecise } from './pc-location-precise.ts'
import { pcLockedMissing } from './pc-locked-missing.ts'
import { pcLockedOwner } from './pc-locked-owner.ts'
import { pcMediumListItems } from './pc-medium-list-items.ts'
import { pcMediumPublisher } from './pc-medium-publisher.ts'
import { pcMediumValue } from './pc-medium-value.ts'
import { pcNamespaceUndeclared } from './pc-namespace-undeclared.ts'
import { pcParent } from './pc-parent.ts'
import { pcPersonItemHosts } from './pc-person-item-hosts.ts'
import { pcPersonTaxonomy } from './pc-person-taxonomy.ts'
import { pcPrefix } from './pc-prefix.ts'
import { pcPublisherRemote } from './pc-publisher-remote.ts'
import { pcRemoteGuid } from './pc-remote-guid.ts'
import { pcSeasonInteger } from './pc-season-integer.ts'
import { pcSeasonNameConflict } from './pc-season-name-conflict.ts'
import { pcSocialDisabledExtra } from './pc-social-disabled-extra.ts'
import { pcSocialPriority } from './pc-social-priority.ts'
import { pcSocialProtocol } from './pc-social-protocol.ts'
import { pcSoundbiteLength } from './pc-soundbite-length.ts'
import { pcSoundbiteRange } from './pc-soundbite-range.ts'
import { pcSoundbiteZero } from './pc-soundbite-zero.ts'
import { pcTextLength } from './pc-text-length.ts'
import { pcTextRequired } from './pc-text-required.ts'
import { pcTrailerDate } from './pc-trailer-date.ts'
import { pcTranscriptType } from './pc-transcript-type.ts'
import { pcTranscriptTypeExt } from './pc-transcript-type-ext.ts'
import { pcUrlAbsolute } from './pc-url-absolute.ts'
import { pcUrlHttps } from './pc-url-https.ts'
import { pcValueAddress } from './pc-value-address.ts'
import { pcValueRecipients } from './pc-value-recipients.ts'
import { pcVtsContent } from './pc-vts-content.ts'
import { pcVtsRange } from './pc-vts-range.ts'
import { pcYesNo } from './pc-yes-no.ts'
import { pubdatePresent } from './pubdate-present.ts'
import { redirectCount } from './redirect-count.ts'
import { rssImageSize } from './rss-image-size.ts'
import { rssRoot } from './rss-root.ts'
import { seasonNumber } from './season-number.ts'
import { textTrim } from './text-trim.ts'
import { trCaptionsUntimed } from './tr-captions-untimed.ts'
import { trLanguage } from './tr-language.ts'
import { trNoVttSrt } from './tr-no-vtt-srt.ts'
import { trailerSharesGuid } from './trailer-shares-guid.ts'
import { urlHttps } from './url-https.ts'
import { xmlDoctype } from './xml-doctype.ts'
import { xmlEncoding } from './xml-encoding.ts'
import { xmlWellFormed } from './xml-well-formed.ts'
import { yesOnlyValue } from './yes-only-value.ts'

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  answerStatus,
  answerType,
  atomRel,
  atomSelf,
  atomSelfUrl,
  authorEmail,
  blockPublic,
  categoryExtra,
  categoryName,
  channelAuthor,
  channelCategory,
  channelDescription,
  channelExplicit,
  channelImage,
  channelLanguage,
  channelLink,
  channelTitle,
  completeButNew,
  contentBeforeDescription,
  cors,
  dateFormat,
  dateFuture,
  dateOrder,
  deprecatedItunes,
  descriptionBytes,
  descriptionHtml,
  descriptionRelativeUrl,
  duplicateElement,
  duration,
  elementSpelling,
  elementUnknownNamespace,
  emailExposed,
  enclosureBytesType,
  enclosureDuplicate,
  enclosureExtension,
  enclosureHttps,
  enclosureLength,
  enclosureMultiple,
  enclosureType,
  enclosureUrl,
  episodeNumber,
  episodeNumberDuplicate,
  episodeType,
  explicitMismatch,
  explicitValue,
  feedCacheHeaders,
  feedCompressed,
  feedContentType,
  feedEmpty,
  feedSize,
  guidChanged,
  guidPermalink,
  guidUnique,
  guidWeak,
  hubWithoutSelf,
  imageDimensions,
  imageFormat,
  imageHttps,
  imagePreferredSize,
  imageUrl,
  itemDescription,
  itemEnclosure,
  itemGuid,
  itemImage,
  itemLink,
  itemOrder,
  itemTitle,
  itemTitleNumber,
  itemTitleNumeric,
  itunesTypeValue,
  languageCode,
  mediaHead,
  mediaRange,
  newFeedUrl,
  nsItunesUri,
  nsMissing,
  ownerEmail,
  pagingLoop,
  pcAltencDefault,
  pcAltencLength,
  pcAltencNoEnclosure,
  pcAltencSource,
  pcAttrRequired,
  pcAttrUnknown,
  pcBlockSlug,
  pcChaptersType,
  pcChatProtocol,
  pcCount,
  pcEpisodeNumber,
  pcFreqRrule,
  pcGuidChanged,
  pcGuidFormat,
  pcGuidMissing,
  pcGuidVersion,
  pcImageAlt,
  pcImagePurpose,
  pcImagesDeprecated,
  pcIntegritySri,
  pcItunesAgree,
  pcLicenseUrl,
  pcLiveContentlink,
  pcLiveStale,
  pcLiveStatus,
  pcLiveTimes,
  pcLocationCountry,
  pcLocationGeo,
  pcLocationOsm,
  pcLocationPrecise,
  pcLockedMissing,
  pcLockedOwner,
  pcMediumListItems,
  pcMediumPublisher,
  pcMediumValue,
  pcNamespaceUndeclared,
  pcParent,
  pcPersonItemHosts,
  pcPersonTaxonomy,
  pcPrefix,
  pcPublisherRemote,
  pcRemoteGuid,
  pcSeasonInteger,
  pcSeasonNameConflict,
  pcSocialDisabledExtra,
  pcSocialPriority,
  pcSocialProtocol,
  pcSoundbiteLength,
  pcSoundbiteRange,
  pcSoundbiteZero,
  pcTextLength,
  pcTextRequired,
  pcTrailerDate,
  pcTranscriptType,
  pcTranscriptTypeExt,
  pcUrlAbsolute,
  pcUrlHttps,
  pcValueAddress,
  pcValueRecipients,
  pcVtsContent,
  pcVtsRange,
  pcYesNo,
  pubdatePresent,
  redirectCount,
  rssImageSize,
  rssRoot,
  seasonNumber,
  textTrim,
  trCaptionsUntimed,
  trLanguage,
  trNoVttSrt,
  trailerSharesGuid,
  urlHttps,
  xmlDoctype,
  xmlEncoding,
  xmlWellFormed,
  yesOnlyValue,
]
