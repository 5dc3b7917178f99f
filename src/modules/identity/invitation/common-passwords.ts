/**
 * Words that stand alone, doubled, or with digits in most of the passwords that are guessed first, and words that
 * everybody here would think of.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `password passwords passwort passwd pass word admin administrator root user guest login letmein welcome hello
  qwerty qwertyuiop qwertyui asdfgh asdfghjkl zxcvbn zxcvbnm azerty iloveyou loveyou love lovely princess sunshine
  dragon monkey football baseball basketball superman batman pokemon starwars master shadow michael jordan charlie
  summer winter autumn spring january february march april may june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday london england britain liverpool arsenal chelsea
  manchester changeme change me secret temp temporary test testing default system computer internet trustno trust no
  kith prevent prevention channel safeguarding safeguard council westminster community communities concern concerns
  police officer staff vault work home office government whatever nothing qazwsx qazwsxedc abc abcd abcdef xyz the my
  is a i you your and of to new newpassword mypassword password's flower cheese freedom killer hunter ninja tigger
  buster soccer hockey access server service security secure private please`.split(/\s+/),
)

/** Long ones among the first that are guessed. */
export const COMMON_LONG: ReadonlySet<string> = new Set(
  `correcthorsebatterystaple 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1q2w3e4r5t6y 1q2w3e4r5t6y7u qwerty123456 qwertyuiop123
  123qweasdzxc zaq12wsxcde3 zaq1zaq1zaq1 q1w2e3r4t5y6 1234qwerasdf qweasdzxc123 qazwsxedcrfv abc123abc123
  123456qwerty a1b2c3d4e5f6 passwordpassword iloveyouforever letmeinletmein manchesterunited liverpoolfc1
  mynameis1234 thisismypassword openthedoor12 jesuschrist1 onceuponatime maytheforcebewithyou
  tobeornottobe`.split(/\s+/),
)
