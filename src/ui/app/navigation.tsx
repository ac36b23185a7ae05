/** The left navigation: the story in its order, from rosters to the packet. */
import {
  IconChecklist,
  IconFileImport,
  IconHistory,
  IconHome,
  IconListSearch,
  IconPackageExport,
  IconPercentage,
  type IconProps,
  IconReceipt2,
  IconReportMoney,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { Link, useLocation } from 'wouter';
import { rosters } from '../../domain/segments.ts';
import { useRoute } from '../bridge/use-engine.ts';
import { formatCount, formatShortCount } from '../words/format.ts';
import { rosterLabels } from '../words/labels.ts';
import classes from './navigation.module.css';
import { places } from './places.ts';

/** All screens of the workspace. */
export function Navigation() {
  const counts = useRoute('roster.counts', {});
  const latest = useRoute('reconcile.latest', {});
  return (
    <nav className={classes.nav} aria-label="Menu utama">
      <ul>
        <NavItem to={places.home} label="Beranda" icon={IconHome} exact />
        <NavItem to={places.imports} label="Impor" icon={IconFileImport} />
        <li className={classes.group}>
          <span className={classes.groupLabel}>
            <IconUsers size={17} stroke={1.7} aria-hidden="true" />
            Daftar
          </span>
          <ul>
            {rosters.map((roster) => {
              const found = counts.data?.find((one) => one.roster === roster);
              return (
                <NavItem
                  key={roster}
                  to={places.roster(roster)}
                  label={rosterLabels[roster]}
                  count={found?.entries}
                />
              );
            })}
          </ul>
        </li>
        <NavItem
          to={places.matching}
          label="Pemadanan"
          icon={IconChecklist}
          count={latest.data?.review === 0 ? undefined : latest.data?.review}
          countLabel="perlu diperiksa"
        />
        <NavItem to={places.findings()} label="Temuan" icon={IconListSearch} />
        <NavItem to={places.budget} label="Anggaran" icon={IconReportMoney} />
        <NavItem to={places.tariff} label="Tarif" icon={IconPercentage} />
        <NavItem to={places.spending} label="Realisasi" icon={IconReceipt2} />
        <NavItem to={places.packet} label="Paket Monev" icon={IconPackageExport} />
        <li className={classes.divider} aria-hidden="true" />
        <NavItem to={places.journal} label="Riwayat" icon={IconHistory} />
        <NavItem to={places.settings} label="Pengaturan" icon={IconSettings} />
      </ul>
    </nav>
  );
}

interface NavItemProps {
  readonly to: string;
  readonly label: string;
  readonly icon?: ComponentType<IconProps>;
  readonly exact?: boolean;
  readonly count?: number | undefined;
  /** What the number counts, for those who hear it. */
  readonly countLabel?: string;
}

function NavItem({
  to,
  label,
  icon: Icon,
  exact = false,
  count,
  countLabel = 'orang',
}: NavItemProps) {
  const [location] = useLocation();
  const here = exact ? location === to : location === to || location.startsWith(`${to}/`);
  return (
    <li>
      <Link href={to} className={classes.link ?? ''} aria-current={here ? 'page' : undefined}>
        {Icon === undefined ? null : <Icon size={17} stroke={1.7} aria-hidden="true" />}
        <span className={classes.label}>{label}</span>
        {count === undefined ? null : (
          <span className={classes.count} title={`${formatCount(count)} ${countLabel}`}>
            {formatShortCount(count)}
          </span>
        )}
      </Link>
    </li>
  );
}
