/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { NotificationService } from '@backstage/plugin-notifications-node';

// The service gives no other sign that nothing answers there.
const notFound = /\bstatus 404\b/;

/** Sends messages to owners, where Backstage's notifications are installed. */
export class OwnerNotifier {
  readonly #notifications: NotificationService;
  readonly #logger: LoggerService;

  static create(options: {
    notifications: NotificationService;
    logger: LoggerService;
  }): OwnerNotifier {
    return new OwnerNotifier(options);
  }

  private constructor({
    notifications,
    logger,
  }: {
    notifications: NotificationService;
    logger: LoggerService;
  }) {
    this.#notifications = notifications;
    this.#logger = logger;
  }

  /** False where notifications are not installed. Rejects when they fail. */
  async send(owner: string, payload: NotificationPayload): Promise<boolean> {
    try {
      await this.#notifications.send({
        recipients: { type: 'entity', entityRef: owner },
        payload,
      });
      return true;
    } catch (error) {
      if (notFound.test(String(error))) {
        this.#logger.debug('Notifications are not installed');
        return false;
      }
      throw error;
    }
  }
}
