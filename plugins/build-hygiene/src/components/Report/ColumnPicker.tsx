/*
 * Copyright 2026 The Build Hygiene Authors
 *
 * Licensed under the Apache License, Version 2.0. See LICENSE.
 */

import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiLayoutColumnLine } from '@remixicon/react';
import { useTranslation } from '../../translation';
import { SERVICE_COLUMNS, ServiceColumn, writeColumns } from './serviceColumn';

/** Chooses the columns of the table; the name cannot be left out. */
export function ColumnPicker(props: {
  columns: readonly { id: ServiceColumn; label: string }[];
  chosen: readonly ServiceColumn[];
  /** Undefined for the usual ones. */
  onChange: (columns: string | undefined) => void;
}) {
  const { columns, chosen, onChange } = props;
  const { t } = useTranslation();
  return (
    <MenuTrigger>
      <ButtonIcon
        aria-label={t('services.columns')}
        size="small"
        variant="secondary"
        icon={<RiLayoutColumnLine />}
      />
      <Menu
        placement="bottom end"
        selectionMode="multiple"
        disallowEmptySelection
        selectedKeys={chosen.filter(name => name !== 'name')}
        onSelectionChange={keys =>
          onChange(
            writeColumns(
              SERVICE_COLUMNS.filter(
                name => name === 'name' || keys === 'all' || keys.has(name),
              ),
            ),
          )
        }
      >
        {columns
          .filter(({ id }) => id !== 'name')
          .map(({ id, label }) => (
            <MenuItem key={id} id={id}>
              {label}
            </MenuItem>
          ))}
      </Menu>
    </MenuTrigger>
  );
}
