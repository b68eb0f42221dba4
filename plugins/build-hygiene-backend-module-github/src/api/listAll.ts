/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { z } from 'zod';
import { GithubApi, JsonAnswer } from './GithubApi';

const mostPages = 3;

/** The pages of a list, up to a bound; none of a list that is gone. */
export async function listAll<S extends z.ZodTypeAny>(
  api: GithubApi,
  repository: string,
  options: { path: string; schema: S; signal: AbortSignal },
): Promise<z.output<S>[]> {
  const { path, schema, signal } = options;
  const pages: z.output<S>[] = [];
  let url: string | undefined = api.urlOf(repository, `${path}?per_page=100`);
  while (url !== undefined && pages.length < mostPages) {
    const answer: JsonAnswer<z.output<S>> = await api.getJson(repository, {
      url,
      schema,
      signal,
    });
    if (answer.status !== 'ok') {
      break;
    }
    pages.push(answer.body);
    url = answer.next;
  }
  return pages;
}
