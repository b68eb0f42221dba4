/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ResponseError } from '@backstage/errors';
import { Button } from '@backstage/ui';
import { RiErrorWarningLine, RiEyeOffLine, RiLockLine } from '@remixicon/react';
import { useTranslation } from '../../translation';
import { StateMessage } from './StateMessage';

function statusOf(error: Error): number | undefined {
  if (error instanceof ResponseError) {
    return error.statusCode;
  }
  // Errors that crossed a bundle boundary keep their fields, not their class.
  const status = (error as { statusCode?: unknown }).statusCode;
  return typeof status === 'number' ? status : undefined;
}

/** What the backend says, rather than that it said something. */
function messageOf(error: Error): string {
  const { cause } = error;
  return cause instanceof Error && cause.message
    ? cause.message
    : error.message;
}

/** A request that failed: forbidden, not a service, or anything else. */
export function RequestFailure(props: {
  error: Error;
  what: string;
  onRetry: () => void;
  compact?: boolean;
  /** What to say of something else than a service that there is not. */
  missing?: { title: string; description: string };
}) {
  const { error, what, onRetry, compact, missing } = props;
  const { t } = useTranslation();
  switch (statusOf(error)) {
    case 401:
    case 403:
      return (
        <StateMessage
          compact={compact}
          icon={<RiLockLine />}
          title={t('failure.forbidden.title')}
          description={t('failure.forbidden.description')}
        />
      );
    case 404:
      return (
        <StateMessage
          compact={compact}
          icon={<RiEyeOffLine />}
          title={missing?.title ?? t('failure.notFound.title')}
          description={
            missing?.description ?? t('failure.notFound.description')
          }
        />
      );
    default:
      return (
        <div role="alert">
          <StateMessage
            compact={compact}
            tone="negative"
            icon={<RiErrorWarningLine />}
            title={t('failure.title', { what })}
            description={messageOf(error)}
            action={
              <Button size="small" variant="secondary" onPress={onRetry}>
                {t('action.retry')}
              </Button>
            }
          />
        </div>
      );
  }
}
