/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { NoticeStore } from '../database';
import { RuleCatalogue } from '../scanning';
import { NoticeWorker } from './NoticeWorker';
import { NoticeWriter } from './NoticeWriter';
import { OwnerNotifier } from './OwnerNotifier';
import { NotificationsConfig } from './readNotificationsConfig';

/** Undefined where owners are not to be notified. */
export function createNoticeWorker(options: {
  config: NotificationsConfig | undefined;
  logger: LoggerService;
  notices: NoticeStore;
  notifications: NotificationService;
  rules: RuleCatalogue;
}): NoticeWorker | undefined {
  const { config, logger, notices, notifications, rules } = options;
  return (
    config &&
    NoticeWorker.create({
      config,
      notices,
      notifier: OwnerNotifier.create({ notifications, logger }),
      writer: NoticeWriter.create({
        config,
        ruleTitles: new Map(
          rules.rules.map(({ id, title }) => [id, title.fail]),
        ),
      }),
    })
  );
}
