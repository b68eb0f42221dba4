/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

export { checkPermission } from './checkPermission';
export { EntityVisibility } from './EntityVisibility';
export { mayForSome } from './mayForSome';
export { missingPermission } from './missingPermission';
export { permittedServices } from './permittedServices';
