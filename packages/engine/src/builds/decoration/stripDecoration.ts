/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LogLine } from '../logLine';
import { unescapeHtml } from './unescapeHtml';

const ESCAPE = '\u001b';
const BELL = '\u0007';

// CSI sequences; OSC (links, titles) ended by BEL or ST; Buildkite's APC time
// stamps; two-character escapes. One left-to-right pass each.
const controlSequences = new RegExp(
  [
    `${ESCAPE}\\[[0-?]{0,64}[ -/]{0,8}[@-~]`,
    `${ESCAPE}\\][^${BELL}${ESCAPE}]{0,4096}(?:${BELL}|${ESCAPE}\\\\)`,
    `${ESCAPE}_[^${BELL}${ESCAPE}]{0,256}(?:${BELL}|${ESCAPE}\\\\)`,
    `${ESCAPE}[ -/]{0,4}[0-Z\\\\^-~]`,
  ].join('|'),
  'g',
);
const buildkiteTime = new RegExp(`${ESCAPE}_bk;t=(\\d{10,16})${BELL}`);
const otherControls = new RegExp(`[\u0000\u0008\ufeff${BELL}]`, 'g');

// GitHub Actions, Azure DevOps, GitLab (FF_TIMESTAMPS), Jenkins, pod logs.
const isoTime =
  /^\[?(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d{1,9}))?(Z|[+-]\d\d:?\d\d)?\]?(?:[ \t]|$)/;
// Jenkins' Timestamper with its default pattern, TeamCity.
const clockTime =
  /^(?:\[(?=[^\]]{8,12}\]))?(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,3}))?(?:\][ \t]{0,2}|[ \t]{1,2}|$)/;
// Bamboo.
const bambooTime =
  /^(?:build|error|simple|command)\t\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d\t/;
// TeamCity's mark of the stream, and its step.
const teamCityStep = /^ ?[A-Za-z]?:?[ \t]{0,2}\[Step \d{1,4}\/\d{1,4}\] /;
// GitLab's stream number, stream type and continuation mark after the time.
const gitlabStream = /^[0-9a-f]{2}[OE][ +]/;
// Container runtimes write `stdout F` before each line.
const podStream = /^std(?:out|err) [FP] /;
// `gh run view --log`: job, step and time, tabs between.
const jobAndStep = /^[^\t]{1,200}\t[^\t]{1,200}\t(?=\ufeff?\d{4}-\d\d-\d\dT)/;
const workflowCommand =
  /^##\[(?:group|endgroup|error|warning|debug|section|command|notice)\]|^::(?:group|endgroup|error|warning|debug|notice)(?: [^:]{0,200})?::/;
const jenkinsPipeline = /^\[Pipeline\] /;
const gitlabSection = /^section_(?:start|end):\d+:[^\s\r]{1,200}/;
// `docker compose` puts the service's name before each line. What is copied from
// Buildkite's pages has none.
const composeService =
  /^[\w.-]{0,100}\s{0,40}\| (?=#\d+ |(?:ERROR|Error|error): |------|failed to )/;
// Google Cloud Build puts the step before each line, tkn task and step.
const cloudBuildStep = /^Step #\d{1,4}(?: - "[^"]{1,200}")?: /;
const tektonStep = /^\[[\w.-]{1,100} : [\w.-]{1,100}\] /;
// Goreleaser draws a line at the side of what it ran.
const boxed = /^\s{0,20}[│┃] ?/;
// Maven's Docker plugins.
const mavenDocker = /^\[(?:INFO|WARNING|ERROR|DEBUG)\] DOCKER> /;
// Logs that people indented, quoted or set as code when they pasted them.
const indented =
  /^(?:[ \t`]+|>[ \t]{1,8})(?=#\d+ |ERROR: |error: |failed to solve|------$|> \[|Dockerfile\S*:\d+$|Step \d+(?:\/\d+)? : |(?:\[\d+\/\d+\] )?STEP \d+|(?:\[\d+\/\d+\] )?COMMIT|-->|---> |INFO\[\d{4}|Successfully (?:built|tagged) |Sending build context |Removing intermediate |The command '|COPY failed: |error building (?:image: |at STEP )|Error: (?:error |building at |creating ))/;

// All that a terminal would not print as it stands. Most lines have none.
const controls = ['\u0000', BELL, '\u0008', '\r', '\ufeff', ESCAPE];
const control = new RegExp(`[${controls.join('')}]`);
const vertexLine = /^#\d/;
/** What the decorations begin with; only that of Compose may be any word. */
const firstCharacters = new Set('0123456789[#: \tsS>`│┃');

/** What a terminal shows of a line that carriage returns rewrite. */
function lastRedraw(line: string): string {
  const text = line.endsWith('\r') ? line.replace(/(?<!\r)\r+$/, '') : line;
  if (!text.includes('\r')) {
    return text;
  }
  const parts = text.split('\r');
  let last = parts[parts.length - 1];
  for (let index = parts.length - 1; last === '' && index >= 0; index--) {
    last = parts[index];
  }
  // A command that redraws its own line: keep BuildKit's prefix.
  const prefix = /^#\d+ \d+\.\d+ /.exec(parts[0])?.[0];
  return prefix && !/^#\d+ /.test(last) ? prefix + last : last;
}

/**
 * Whether any line of a text may have to be shown to {@link stripDecoration}
 * for its control characters: they are rare, and looking for one is fast.
 */
export function hasControls(text: string): boolean {
  return controls.some(character => text.includes(character));
}

function parseIso(match: RegExpExecArray): number | undefined {
  const milliseconds = (match[3] ?? '0').padEnd(3, '0').slice(0, 3);
  const zone = match[4] ?? 'Z';
  const time = Date.parse(`${match[1]}T${match[2]}.${milliseconds}${zone}`);
  return Number.isNaN(time) ? undefined : time;
}

/**
 * Takes off what CI systems and terminals put around a line: colours, links,
 * redraws, time stamps, section marks, service prefixes. The formats are in
 * GitHub's, GitLab's, Jenkins', Azure's and Buildkite's documentation.
 */
export function stripDecoration(line: string): LogLine {
  let text = unescapeHtml(line);
  let time: number | undefined;
  if (control.test(line)) {
    if (text.includes('\u001b_bk;')) {
      const stamp = buildkiteTime.exec(text);
      time = stamp ? Number(stamp[1]) : undefined;
    }
    // What colours a line may stand behind its carriage return.
    text = text.replace(controlSequences, '').replace(otherControls, '');
    text = lastRedraw(text);
  }
  if (text.includes('\t')) {
    text = text.replace(jobAndStep, '').replace(bambooTime, '');
  }
  const isBare =
    vertexLine.test(text) ||
    (!firstCharacters.has(text.charAt(0)) && !text.includes('|'));
  if (isBare) {
    return time === undefined ? { text } : { text, time };
  }
  text = text
    .replace(boxed, '')
    .replace(cloudBuildStep, '')
    .replace(tektonStep, '')
    .replace(mavenDocker, '');
  const iso = isoTime.exec(text);
  if (iso) {
    time ??= parseIso(iso);
    text = text
      .slice(iso[0].length)
      .replace(gitlabStream, '')
      .replace(podStream, '');
    text = lastRedraw(text);
  } else {
    const clock = clockTime.exec(text);
    if (clock) {
      time ??=
        (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3])) *
        1000;
      text = text.slice(clock[0].length).replace(teamCityStep, '');
    }
  }
  text = text
    .replace(workflowCommand, '')
    .replace(jenkinsPipeline, '')
    .replace(gitlabSection, '')
    .replace(composeService, '')
    .replace(indented, '');
  return time === undefined ? { text } : { text, time };
}
