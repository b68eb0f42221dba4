/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  SourceAnswer,
  SourceCheck,
  SourceCheckName,
} from '@build-hygiene/engine';
import { RequestBounds, requestSource, SourceResponse } from './requestSource';
import { SourceAccess } from './SourceAccess';
import { asSourceError, SourceError } from './SourceError';

/** Certificates and signatures start to fail with more than this. */
const maximumSkewSeconds = 60;

/** What one request to a source came to. */
export interface RequestOutcome {
  answer: SourceAnswer;
  message: string;
  response?: SourceResponse;
}

/** The requests to one source, with what they show. */
export class SourceRequests {
  readonly checks: SourceCheck[] = [];
  readonly #access: SourceAccess;
  readonly #bounds: RequestBounds;
  readonly #milliseconds: number[] = [];
  #silent: SourceError | undefined;
  #skewSeconds: number | undefined;

  constructor(access: SourceAccess, bounds: RequestBounds) {
    this.#access = access;
    this.#bounds = bounds;
  }

  /** After a source was silent once, nobody waits for it again. */
  async request(path: string): Promise<RequestOutcome> {
    if (this.#silent) {
      return { answer: 'silent', message: this.#silent.message };
    }
    const sentAt = Date.now();
    try {
      const response = await requestSource(this.#access, path, this.#bounds);
      this.#milliseconds.push(response.milliseconds);
      if (response.date !== undefined) {
        // The header has whole seconds, and the answer took its time.
        const between = (sentAt + Date.now()) / 2;
        this.#skewSeconds = Math.round(
          (Date.parse(response.date) - between) / 1000,
        );
      }
      return { ...readStatus(response), response };
    } catch (error) {
      const failure = asSourceError(error);
      if (failure.code === 'silent') {
        this.#silent = failure;
      }
      return { answer: answerOfError(failure), message: failure.message };
    }
  }

  /** Asks for something that the source has to serve, and checks that. */
  async check(
    name: SourceCheckName,
    path: string,
    findObjection: (response: SourceResponse) => string | undefined,
  ): Promise<SourceAnswer> {
    const { answer, message, response } = await this.request(path);
    if (answer !== 'served' || !response) {
      this.add(name, { state: 'fail', message, response });
      return answer;
    }
    const objection = findObjection(response);
    this.add(name, {
      state: objection === undefined ? 'pass' : 'fail',
      message: objection ?? 'As expected',
      response,
    });
    return objection === undefined ? 'served' : 'garbage';
  }

  add(
    name: SourceCheckName,
    {
      state,
      message,
      response,
    }: {
      state: SourceCheck['state'];
      message: string;
      response?: SourceResponse;
    },
  ): void {
    this.checks.push({
      name,
      state,
      message,
      ...(response && { milliseconds: response.milliseconds }),
    });
  }

  checkClock(): void {
    const skew = this.#skewSeconds;
    if (skew === undefined) {
      return;
    }
    const seconds = Math.abs(skew);
    this.checks.push({
      name: 'clock',
      state: seconds > maximumSkewSeconds ? 'warn' : 'pass',
      message:
        seconds > maximumSkewSeconds
          ? `Its clock is ${seconds} seconds ${
              skew > 0 ? 'ahead of' : 'behind'
            } ours.`
          : 'As ours',
    });
  }

  medianMilliseconds(): number | undefined {
    const sorted = [...this.#milliseconds].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
  }
}

function readStatus({ status }: SourceResponse): {
  answer: SourceAnswer;
  message: string;
} {
  const message = `Status ${status}.`;
  if (status === 200) {
    return { answer: 'served', message };
  }
  return {
    answer: status === 404 || status === 410 ? 'not-found' : 'failed',
    message,
  };
}

function answerOfError({ code }: SourceError): SourceAnswer {
  switch (code) {
    case 'silent':
      return 'silent';
    case 'too-large':
      return 'garbage';
    case 'dns':
    case 'unreachable':
    case 'certificate':
    case 'redirect':
    case 'aborted':
      return 'failed';
    default:
      throw new Error(`unexpected code ${code satisfies never}`);
  }
}
