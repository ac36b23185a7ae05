/** The look: dense, calm, one accent. Colours come from Mantine's tokens so that a dark scheme follows. */
import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  createTheme,
  Modal,
  NativeSelect,
  NumberInput,
  PasswordInput,
  SegmentedControl,
  Select,
  Table,
  Tabs,
  Textarea,
  TextInput,
  Tooltip,
} from '@mantine/core';

const field = { defaultProps: { size: 'xs' } } as const;

export const theme = createTheme({
  primaryColor: 'padan',
  primaryShade: { light: 7, dark: 5 },
  colors: {
    padan: [
      '#eef7f9',
      '#d9edf1',
      '#aedbe3',
      '#7fc7d4',
      '#54b2c3',
      '#319db1',
      '#1c879c',
      '#0f6f83',
      '#0a5a6b',
      '#084956',
    ],
  },
  fontFamily: "'Inter Variable', 'Segoe UI', system-ui, sans-serif",
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.35' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  fontSizes: { xs: '0.8125rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', size: 'md' } }),
    Alert: Alert.extend({ defaultProps: { variant: 'light', p: 'sm' } }),
    Badge: Badge.extend({
      defaultProps: { variant: 'light', size: 'md' },
      styles: { root: { textTransform: 'none', fontWeight: 500 } },
    }),
    Button: Button.extend({ defaultProps: { size: 'xs' } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Tutup' } },
    }),
    NativeSelect: NativeSelect.extend(field),
    NumberInput: NumberInput.extend(field),
    PasswordInput: PasswordInput.extend(field),
    SegmentedControl: SegmentedControl.extend(field),
    Select: Select.extend({ defaultProps: { size: 'xs', nothingFoundMessage: 'Tidak ditemukan' } }),
    Table: Table.extend({
      defaultProps: { verticalSpacing: 5, horizontalSpacing: 'sm', tabularNums: true },
    }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    Textarea: Textarea.extend(field),
    TextInput: TextInput.extend(field),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true } }),
  },
});
