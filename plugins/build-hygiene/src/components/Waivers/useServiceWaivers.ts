/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { useApi } from '@backstage/core-plugin-api';
import { ServiceWaivers } from '@build-hygiene/plugin-build-hygiene-common';
import { buildHygieneApiRef } from '../../api';
import { useRequest } from '../../requests';

/** The waivers of the service whose page this is, and how to tell of a change. */
export interface WaiversOfService {
  entityRef: string;
  /** Undefined until they are known: then nothing is offered. */
  value?: ServiceWaivers;
  onChanged: () => void;
}

export function useServiceWaivers(
  entityRef: string,
  onChanged: () => void,
): WaiversOfService {
  const api = useApi(buildHygieneApiRef);
  const { value, reload } = useRequest(`waivers ${entityRef}`, signal =>
    api.getServiceWaivers(entityRef, { signal }),
  );
  return {
    entityRef,
    value,
    onChanged: () => {
      reload();
      onChanged();
    },
  };
}
