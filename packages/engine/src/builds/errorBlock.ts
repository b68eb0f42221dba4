/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

// BuildKit's error block: a rule, ` > name of the vertex:`, the last lines of
// its log, a rule.
// https://github.com/moby/buildkit/blob/master/util/progress/progressui/display.go
const title = /^ ?> (.{1,20000}):\s{0,400}$/;
const ownName =
  /^(?:\[[^\]\n]{0,300}\d\/\d{1,5}\] [A-Z]{2,20}\s|\[(?:\S{1,100} ){0,4}internal\] load |resolve image config for |(?:exporting|importing|pushing) \S)/;

// A mark of quotations is what `>` is to many editors, which take it off.
const bareTitle =
  /^(\[[^\]\n]{0,300}\d\/\d{1,5}\] (?:RUN|COPY|ADD|FROM|WORKDIR) .{1,20000}):\s{0,400}$/;

/** What stands before each line in a block: the vertex, and its clock. */
const time = /^[ \t]{0,20}(?:#\d{1,7} )?\d{1,9}\.\d{2,3}(?: |$)/;

/** The vertex whose block begins; `isCertain` where any name may stand. */
export function readBlockTitle(
  text: string,
  { isCertain }: { isCertain: boolean },
): string | undefined {
  const name = text.includes('> ') ? title.exec(text)?.[1] : undefined;
  return name !== undefined && (isCertain || ownName.test(name))
    ? name
    : bareTitle.exec(text)?.[1];
}

export function withoutBlockTime(text: string): string {
  return text.replace(time, '');
}
