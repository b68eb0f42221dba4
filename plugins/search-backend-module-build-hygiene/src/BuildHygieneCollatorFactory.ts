/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { Readable } from 'node:stream';
import { parseEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  BuildHygieneApi,
  BuildHygieneDocument,
  ServiceSummary,
} from '@build-hygiene/plugin-build-hygiene-common';

const pageSize = 200;

export interface BuildHygieneCollatorFactoryOptions {
  api: Pick<BuildHygieneApi, 'listRules' | 'queryServices'>;
  /** For one request; tokens do not last as long as the collating of many. */
  getToken: () => Promise<string>;
  locationTemplate: string;
}

/** Reads all services that have a result, page by page. */
export class BuildHygieneCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'build-hygiene';
  /** Who may see the entity in the catalog finds it. */
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #options: BuildHygieneCollatorFactoryOptions;

  static create(
    options: BuildHygieneCollatorFactoryOptions,
  ): BuildHygieneCollatorFactory {
    return new BuildHygieneCollatorFactory(options);
  }

  private constructor(options: BuildHygieneCollatorFactoryOptions) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#collate());
  }

  async *#collate(): AsyncGenerator<IndexableDocument & BuildHygieneDocument> {
    const { api, getToken } = this.#options;
    const { rules } = await api.listRules({ token: await getToken() });
    const titles = new Map(rules.map(({ id, title }) => [id, title.fail]));
    let cursor: string | undefined;
    do {
      const page = await api.queryServices(
        {
          status: ['scanned', 'stale'],
          openRules: true,
          limit: pageSize,
          cursor,
        },
        { token: await getToken() },
      );
      for (const service of page.items) {
        yield this.#describe(service, titles);
      }
      cursor = page.nextCursor;
    } while (cursor);
  }

  #describe(
    service: ServiceSummary,
    titles: ReadonlyMap<string, string>,
  ): IndexableDocument & BuildHygieneDocument {
    const { entityRef, title, owner, score, grade, gate } = service;
    const { openRules = [] } = service;
    return {
      title: title ?? parseEntityRef(entityRef).name,
      text: [
        ...(grade && score !== undefined
          ? [`Build hygiene: grade ${grade}, score ${score}.`]
          : ['Build hygiene: no score.']),
        ...openRules.map(rule => `${titles.get(rule) ?? rule} (${rule}).`),
      ].join(' '),
      location: this.#locate(entityRef),
      entityRef,
      owner,
      score,
      grade,
      gate,
      openRules,
      authorization: { resourceRef: entityRef },
    };
  }

  #locate(entityRef: string): string {
    const parts = parseEntityRef(entityRef);
    return this.#options.locationTemplate.replace(
      /:(namespace|kind|name)\b/g,
      (_, part: 'namespace' | 'kind' | 'name') =>
        encodeURIComponent(parts[part].toLocaleLowerCase('en-US')),
    );
  }
}
