/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LogLine } from '../logLine';

/** What Kaniko logs, whichever of its three formats it was told to use. */
export interface LogEntry {
  level: string;
  message: string;
  /** Milliseconds: of the CI, of the entry, or since Kaniko started. */
  time?: number;
  /** Seconds since Kaniko started. */
  counter?: number;
  /** Output of a command that did not end its line. */
  before?: string;
}

// --log-format=color, the default; --log-timestamp puts a time in the brackets.
const colored =
  /(INFO|WARN|ERRO|DEBU|TRAC|FATA|PANI)\[(\d{4,9}|\d{4}-\d\d-\d\dT[\d:.]{8,20}(?:Z|[+-]\d\d:\d\d))\] ?(.*)$/;
// Some viewers take the brackets off.
const bare = /^(INFO|WARN) (\S.*)$/;
// --log-format=text
const keyed =
  /^time="?([^"\s]{1,60})"? level=([a-z]{4,7}) msg=(?:("(?:[^"\\]|\\.)*")|(\S+))/;

function parseTime(text: string): number | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readJson(line: LogLine): LogEntry | undefined {
  const entry = parseJson(line.text.trim()) as
    | { level?: unknown; msg?: unknown; time?: unknown }
    | undefined;
  if (typeof entry?.msg !== 'string' || typeof entry.level !== 'string') {
    return undefined;
  }
  const time =
    typeof entry.time === 'string' ? parseTime(entry.time) : undefined;
  return {
    level: entry.level,
    message: entry.msg.trimEnd(),
    time: line.time ?? time,
  };
}

/**
 * https://github.com/GoogleContainerTools/kaniko/blob/v1.24.0/pkg/logging/logging.go
 */
export function readLogEntry(line: LogLine): LogEntry | undefined {
  const { text } = line;
  if (text.includes('[')) {
    const match = colored.exec(text);
    if (match) {
      const [, level, stamp, message] = match;
      const before = text.slice(0, match.index);
      const counter = stamp.includes('-') ? undefined : Number(stamp);
      const own = counter === undefined ? parseTime(stamp) : counter * 1000;
      return {
        level: level.toLowerCase(),
        message: message.trimEnd(),
        time: line.time ?? own,
        ...(counter === undefined ? {} : { counter }),
        ...(before === '' ? {} : { before }),
      };
    }
  }
  const plain = bare.exec(text);
  if (plain) {
    return {
      level: plain[1].toLowerCase(),
      message: plain[2].trimEnd(),
      time: line.time,
    };
  }
  if (text.startsWith('time=')) {
    const match = keyed.exec(text);
    if (match) {
      const quoted = match[3] === undefined ? match[4] : parseJson(match[3]);
      return {
        level: match[2],
        message: String(quoted ?? match[3]).trimEnd(),
        time: line.time ?? parseTime(match[1]),
      };
    }
  }
  return text.startsWith('{"') && text.includes('"msg":')
    ? readJson(line)
    : undefined;
}
