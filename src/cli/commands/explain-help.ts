export const explainHelp = `Usage: castwright explain [rule]

Tells what a rule of \`castwright check\`, or what a build reports, means: who
cares, why, and how to mend it. Without a name: all rules.

Exit code: 0; 2 there is no such rule.
`
