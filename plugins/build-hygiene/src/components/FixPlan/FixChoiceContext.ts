/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */
import { createContext } from 'react';
import { FixChoice } from './useFixChoice';

/** What the parts of a service's page share of the choice. */
export const FixChoiceContext = createContext<FixChoice | undefined>(undefined);
