/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import {
  RiCloudOffLine,
  RiCpuLine,
  RiFileWarningLine,
  RiHardDrive3Line,
  RiLockLine,
  RiQuestionLine,
  RiServerLine,
  RiSettings3Line,
  RiTerminalBoxLine,
} from '@remixicon/react';
import { FailureKind } from './failureKind';

const ICONS: Record<FailureKind, React.ReactElement> = {
  network: <RiCloudOffLine aria-hidden />,
  auth: <RiLockLine aria-hidden />,
  filesystem: <RiFileWarningLine aria-hidden />,
  command: <RiTerminalBoxLine aria-hidden />,
  configuration: <RiSettings3Line aria-hidden />,
  cache: <RiHardDrive3Line aria-hidden />,
  resource: <RiCpuLine aria-hidden />,
  infrastructure: <RiServerLine aria-hidden />,
  unknown: <RiQuestionLine aria-hidden />,
};

export function FailureKindIcon({ kind }: { kind: FailureKind }) {
  return ICONS[kind];
}
