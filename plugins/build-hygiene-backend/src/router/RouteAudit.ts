/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { AnyRequest } from './RouteAccess';

export interface RouteAuditOptions {
  auditor: AuditorService;
  logger: LoggerService;
}

export interface AuditedEvent {
  eventId: string;
  /** Left out where Backstage did not issue the identity of who asks. */
  request?: AnyRequest;
  meta: Record<string, string | undefined>;
}

/** Writes down what requests change, and whether that went well. */
export class RouteAudit {
  readonly #options: RouteAuditOptions;

  static create(options: RouteAuditOptions): RouteAudit {
    return new RouteAudit(options);
  }

  private constructor(options: RouteAuditOptions) {
    this.#options = options;
  }

  async audited<T>(event: AuditedEvent, work: () => Promise<T>): Promise<T> {
    const { auditor, logger } = this.#options;
    const audit = await auditor.createEvent({
      ...event,
      severityLevel: 'low',
    });
    try {
      const result = await work();
      await audit.success();
      return result;
    } catch (error) {
      try {
        await audit.fail({
          error: error instanceof Error ? error : new Error(String(error)),
        });
      } catch (auditError) {
        // An auditor that looks at a connection which is gone throws.
        logger.warn(
          `The failure of ${event.eventId} was not audited: ${auditError}`,
        );
      }
      throw error;
    }
  }
}
