/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Tokens by the head that their issuer gives them, and what is behind it. Heads
 * and lengths are those that the issuers document; lengths are taken loosely so
 * that a cut token is still masked.
 */
const headedTokens: readonly (readonly [head: RegExp, rest: RegExp])[] = [
  // GitHub: personal, OAuth, user, server and refresh tokens.
  [/gh[opsur]_/, /[A-Za-z0-9]{16,}/],
  [/github_pat_/, /[A-Za-z0-9_]{16,}/],
  // GitLab: personal, trigger, deploy, runner, job, feed, agent, … tokens.
  [
    /gl(?:pat|ptt|dt|rtr?|cbt|ft|soat|agent|oas|imt|ffct|wt)-/,
    /[A-Za-z0-9_-]{12,}/,
  ],
  [/GR1348941/, /[A-Za-z0-9_-]{12,}/],
  // AWS access key ids; the secret half is found by its name.
  [/AKIA|ASIA|ABIA|ACCA/, /[A-Z0-9]{16}(?![A-Za-z0-9])/],
  // Google: API keys, OAuth access tokens, client secrets.
  [/AIza/, /[A-Za-z0-9_-]{30,}/],
  [/ya29\./, /[A-Za-z0-9_-]{16,}/],
  [/GOCSPX-/, /[A-Za-z0-9_-]{16,}/],
  // Slack.
  [/xox[abeoprs]-/, /[A-Za-z0-9-]{10,}/],
  [/xapp-/, /[A-Za-z0-9-]{10,}/],
  // Package registries.
  [/npm_/, /[A-Za-z0-9]{30,}/],
  [/pypi-/, /[A-Za-z0-9_-]{16,}/],
  [/dckr_(?:pat|oat)_/, /[A-Za-z0-9_-]{16,}/],
  [/rubygems_/, /[0-9a-f]{32,}/],
  [/oy2/, /[a-z0-9]{43}(?![A-Za-z0-9])/],
  [/cio/, /[A-Za-z0-9]{32}(?![A-Za-z0-9])/],
  // Artifactory: API keys, and reference tokens, which are base64 of `reftkn:`.
  [/AKCp|cmVmdGtuOj/, /[A-Za-z0-9]{50,}/],
  // Web hooks.
  [/whsec_/, /[A-Za-z0-9+/=]{16,}/],
  // Builders and hosts: hexadecimal digits, or letters.
  [
    /do[opr]_v1_|dapi|shp(?:at|ca|pa|ss)_|pul-|sq[apu]_|bk(?:ua|ct)_|sb[ps]_/,
    /[0-9a-f]{32,}/,
  ],
  [/SK/, /[0-9a-f]{32}(?![A-Za-z0-9])/],
  [
    /HRKU-|lin_(?:api|oauth)_|glsa_|glc_|NRAK-|PMAK-|sntry[su]_|figd_|CCIP(?:AT|RJ)_|gsk_|ntn_|ATATT3|ATCTT3|pscale_(?:tkn|pw|oauth)_|fm[12]_/,
    /[\w=+/-]{24,}/,
  ],
  [/sq0(?:atp|csp)-/, /[\w-]{20,}/],
  [/ATBB/, /[A-Za-z0-9]{28,}/],
  [/r8_/, /[A-Za-z0-9]{37}(?![A-Za-z0-9])/],
  [/ops_eyJ/, /[\w-]{24,}/],
  [/EAAA/, /[\w-]{56,}/],
  [/\d{8,10}:AA/, /[\w-]{33}(?![\w-])/],
  [/dp\.(?:pt|st|ct|sa|scim|audit)\./, /[\w.-]{32,}/],
  [/tskey-/, /[a-z]{2,12}-[A-Za-z0-9-]{16,}/],
  // Others often seen in build arguments.
  [/hv[sbr]\./, /[A-Za-z0-9_-]{16,}/],
  [/hf_/, /[A-Za-z0-9]{30,}/],
  [/[rs]k_(?:live|test)_/, /[A-Za-z0-9]{16,}/],
  [/sk-/, /[A-Za-z0-9_-]{30,}/],
  [/SG\./, /[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/],
  [/AGE-SECRET-KEY-1/, /[A-Z0-9]{16,}/],
];

/** Tokens that are told by something else, each with a sign that it has. */
const otherTokens: readonly (readonly [sign: RegExp, token: RegExp])[] = [
  // Web hooks, which anybody who knows them can call.
  [/hooks\.slack/, /(?<=hooks\.slack\.com\/services\/)[A-Za-z0-9_/-]{12,}/g],
  [/discord/, /(?<=discord(?:app)?\.com\/api\/webhooks\/)[\w/-]{20,}/g],
  [/\.webhook\./, /(?<=\.webhook\.office\.com\/webhookb2\/)[\w@/-]{20,}/g],
  // Azure: client secrets of applications.
  [/\dQ~/, /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{30,}/g],
  // What makes a URL of AWS, Google or Azure storage a signed one.
  [
    /[?&][XxSs]/,
    /(?<=[?&](?:X-(?:Amz|Goog)-(?:Signature|Security-Token)|sig|Signature)=)[\w%+/=.-]{16,}/gi,
  ],
  [/secret_/, /(?<![A-Za-z0-9_])secret_[A-Za-z0-9]{43}(?![A-Za-z0-9])/g],
  [/\.atlasv1\./, /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[\w-]{30,}/g],
  // Hashes of passwords, as bcrypt writes them.
  [/\$2[abxy]\$/, /\$2[abxy]\$\d\d\$[A-Za-z0-9./]{40,}/g],
  // `-----BEGIN … PRIVATE`, in base64.
  [
    /LS0tLS1CRUdJTiB/,
    /(?<![A-Za-z0-9+/])LS0tLS1CRUdJTiB(?:QUklWQVRF|SU0EgUFJJVkFUR|FQyBQUklWQVRF|PUEVOU1NIIFBSSVZBVE|FTkNSWVBURUQgUFJJVkFUR)[A-Za-z0-9+/=]*/g,
  ],
  // JSON Web Token: three base64url parts, the first an object.
  [
    /eyJ/,
    /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g,
  ],
];

/**
 * Shapes of tokens that are secrets wherever they stand, whatever the name in
 * front of them.
 *
 * Each pattern starts behind a look-behind that rejects the middle of a run of
 * token characters: a run is scanned once, so masking stays linear.
 */
export const tokenPatterns: readonly RegExp[] = [
  ...otherTokens.map(([, token]) => token),
  ...headedTokens.map(
    ([head, rest]) =>
      new RegExp(`(?<![A-Za-z0-9])(?:${head.source})${rest.source}`, 'g'),
  ),
];

/** What each of them has a part of; nearly all texts have none. */
export const tokenSign = new RegExp(
  [...otherTokens, ...headedTokens].map(([sign]) => sign.source).join('|'),
);
