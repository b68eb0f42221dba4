/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

/**
 * Shapes of tokens that are secrets wherever they stand, whatever the name in
 * front of them. Prefixes and lengths are those that the issuers document;
 * lengths are taken loosely so that a cut token is still masked.
 *
 * Each pattern starts behind a look-behind that rejects the middle of a run of
 * token characters: a run is scanned once, so masking stays linear.
 */
export const tokenPatterns: readonly RegExp[] = [
  // GitHub: personal, OAuth, user, server and refresh tokens.
  /(?<![A-Za-z0-9])gh[opsur]_[A-Za-z0-9]{16,}/g,
  /(?<![A-Za-z0-9])github_pat_[A-Za-z0-9_]{16,}/g,
  // GitLab: personal, trigger, deploy, runner, job, feed, agent, … tokens.
  /(?<![A-Za-z0-9])gl(?:pat|ptt|dt|rtr?|cbt|ft|soat|agent|oas|imt|ffct|wt)-[A-Za-z0-9_-]{12,}/g,
  /(?<![A-Za-z0-9])GR1348941[A-Za-z0-9_-]{12,}/g,
  // AWS access key ids; the secret half is found by its name.
  /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
  // Google: API keys, OAuth access tokens, client secrets.
  /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{30,}/g,
  /(?<![A-Za-z0-9])ya29\.[A-Za-z0-9_-]{16,}/g,
  /(?<![A-Za-z0-9])GOCSPX-[A-Za-z0-9_-]{16,}/g,
  // Slack: tokens and incoming web hooks.
  /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,}/g,
  /(?<![A-Za-z0-9])xapp-[A-Za-z0-9-]{10,}/g,
  /(?<=hooks\.slack\.com\/services\/)[A-Za-z0-9_/-]{12,}/g,
  // Package registries.
  /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{30,}/g,
  /(?<![A-Za-z0-9])pypi-[A-Za-z0-9_-]{16,}/g,
  /(?<![A-Za-z0-9])dckr_(?:pat|oat)_[A-Za-z0-9_-]{16,}/g,
  /(?<![A-Za-z0-9])rubygems_[0-9a-f]{32,}/g,
  /(?<![A-Za-z0-9])oy2[a-z0-9]{43}(?![A-Za-z0-9])/g,
  /(?<![A-Za-z0-9])cio[A-Za-z0-9]{32}(?![A-Za-z0-9])/g,
  // Artifactory: API keys, and reference tokens, which are base64 of `reftkn:`.
  /(?<![A-Za-z0-9])(?:AKCp|cmVmdGtuOj)[A-Za-z0-9]{50,}/g,
  // Azure: client secrets of applications.
  /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{30,}/g,
  // What makes a URL of AWS, Google or Azure storage a signed one.
  /(?<=[?&](?:X-(?:Amz|Goog)-(?:Signature|Security-Token)|sig|Signature)=)[\w%+/=.-]{16,}/gi,
  // Web hooks, which anybody who knows them can call.
  /(?<=discord(?:app)?\.com\/api\/webhooks\/)[\w/-]{20,}/g,
  /(?<=\.webhook\.office\.com\/webhookb2\/)[\w@/-]{20,}/g,
  /(?<![A-Za-z0-9])whsec_[A-Za-z0-9+/=]{16,}/g,
  // Builders and hosts: prefix and hexadecimal digits, or prefix and letters.
  /(?<![A-Za-z0-9])(?:do[opr]_v1_|dapi|shp(?:at|ca|pa|ss)_|pul-|sq[apu]_|bk(?:ua|ct)_|sb[ps]_)[0-9a-f]{32,}/g,
  /(?<![A-Za-z0-9])SK[0-9a-f]{32}(?![A-Za-z0-9])/g,
  /(?<![A-Za-z0-9])(?:HRKU-|lin_(?:api|oauth)_|glsa_|glc_|NRAK-|PMAK-|sntry[su]_|figd_|CCIP(?:AT|RJ)_|gsk_|ntn_|ATATT3|ATCTT3|pscale_(?:tkn|pw|oauth)_|fm[12]_)[\w=+/-]{24,}/g,
  /(?<![A-Za-z0-9])sq0(?:atp|csp)-[\w-]{20,}/g,
  /(?<![A-Za-z0-9])ATBB[A-Za-z0-9]{28,}/g,
  /(?<![A-Za-z0-9_])secret_[A-Za-z0-9]{43}(?![A-Za-z0-9])/g,
  /(?<![A-Za-z0-9])r8_[A-Za-z0-9]{37}(?![A-Za-z0-9])/g,
  /(?<![A-Za-z0-9])ops_eyJ[\w-]{24,}/g,
  /(?<![A-Za-z0-9])EAAA[\w-]{56,}/g,
  /(?<![A-Za-z0-9])\d{8,10}:AA[\w-]{33}(?![\w-])/g,
  /(?<![A-Za-z0-9])[A-Za-z0-9]{14}\.atlasv1\.[\w-]{30,}/g,
  /(?<![A-Za-z0-9])dp\.(?:pt|st|ct|sa|scim|audit)\.[\w.-]{32,}/g,
  /(?<![A-Za-z0-9])tskey-[a-z]{2,12}-[A-Za-z0-9-]{16,}/g,
  // Hashes of passwords, as bcrypt writes them.
  /\$2[abxy]\$\d\d\$[A-Za-z0-9./]{40,}/g,
  // `-----BEGIN … PRIVATE`, in base64.
  /(?<![A-Za-z0-9+/])LS0tLS1CRUdJTiB(?:QUklWQVRF|SU0EgUFJJVkFUR|FQyBQUklWQVRF|PUEVOU1NIIFBSSVZBVE|FTkNSWVBURUQgUFJJVkFUR)[A-Za-z0-9+/=]*/g,
  // Others often seen in build arguments.
  /(?<![A-Za-z0-9])hv[sbr]\.[A-Za-z0-9_-]{16,}/g,
  /(?<![A-Za-z0-9])hf_[A-Za-z0-9]{30,}/g,
  /(?<![A-Za-z0-9])[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/g,
  /(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{30,}/g,
  /(?<![A-Za-z0-9])SG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g,
  /(?<![A-Za-z0-9])AGE-SECRET-KEY-1[A-Z0-9]{16,}/g,
  // JSON Web Token: three base64url parts, the first an object.
  /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g,
];

/** What each of the patterns needs: the shortest of these tokens has 15 characters. */
export const tokenRun = /[\w~.+/=%@:$-]{15}/;
