/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

const value = `("[^"\\n]*"|'[^'\\n]*'|[^\\s"']+)`;
const between = `[^\\n;|&]{0,300}?`;

/** Commands that take a password in an option whose name does not say so. */
const passwordOptions: readonly RegExp[] = [
  `\\b(?:docker|podman|nerdctl|buildah|skopeo|crane|oras|helm registry|helm) (?:[a-z]{1,20} )?login${between}\\s-p[ =]?`,
  `\\bsshpass\\s{1,3}-p\\s{0,3}`,
  `\\b(?:mysql|mysqldump|mysqladmin|mariadb)${between}\\s-p`,
].map(head => new RegExp(`(?<![\\w-])(${head})${value}`, 'g'));

/** `curl -u user:password`; elsewhere `-u 1000:1000` names a user and a group. */
const userOption = new RegExp(
  `(?<![\\w-])(curl\\s(?:${between}\\s)?(?:-u|-U|--user|--proxy-user)[ =]?["']?[^\\s:"'$]{0,100}:)([^\\s"']+)`,
  'g',
);

function isVariable(text: string): boolean {
  return /^["']?\$/.test(text);
}

/** A word that each of these commands has; most texts have none. */
const commandWord = /login|sshpass|mysql|mariadb|curl/;

/** Masks passwords that commands take without a name. */
export function maskCommands(text: string): string {
  if (!commandWord.test(text)) {
    return text;
  }
  return [...passwordOptions, userOption].reduce(
    (masked, pattern) =>
      masked.replace(pattern, (match, head: string, password: string) =>
        isVariable(password) ? match : `${head}***`,
      ),
    text,
  );
}
