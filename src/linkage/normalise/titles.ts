/**
 * Titles, degrees and forms of address that stand before or after Indonesian names (Permendagri 73/2022
 * lets them stand on KTP and KK). Written without dots and in capitals: `S.Pd.I` is `SPDI` here.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Before the name, with or without a dot. */
export const frontTitles: ReadonlySet<string> = words(`
  H HJ HJH HI HAJI HAJJAH KH KHR DRS DRA DR DRG DRH IR PROF APT NS
  KYAI KIAI NYAI TGK TEUNGKU TGH UST USTAD USTADZ USTADZAH USTAZ USTAZAH PDT PASTOR
  RD RADEN RM RRD RR RAD RNGT BPK BAPAK IBU SDR SDRI NY TN NN ALM ALMH ALMARHUM ALMARHUMAH`);

/** Before the name only when a dot follows: without one they are initials. */
export const dottedFrontTitles: ReadonlySet<string> = words('R K HH HR HM');

/** After the name, safe to cut wherever they end a name. */
export const backTitles: ReadonlySet<string> = words(`
  SPD SPDI SPDSD SPDK SPDAUD SPDH SPDB SPDGR SSOS SSOSI SAG SKOM SKM SKEP SKEPNS SSI SST SSTP SSTT SHUT SPT
  SPI SHI SHUM SIP SIKOM SIKOMP STP STHI STR STRKEB STRKES STRKEP STRGZ STRT STRAK SAK SAP SSN SSY SEI SESY
  SIIP SPSI SPSIKOLOGI SFARM SGZ SKED SKG SKH SKEB SKOMP SIAP SADM SANT SARS SPAK SPDE SED SPWK SARH SDS
  AMD AMDKEB AMDKEP AMDKOM AMDKES AMDAK AMDGZ AMDFARM AMDRAD AMDPAR AMDT AMF AMAK AMK AMKEB AMG AMKL AMKG AMPD
  AMA AMAPD AMAPUST ANTAPD NERS MPD MPDI MSI MKES MKEB MKEP MKOM MHUM MAG MAP MAK MSC MPSI MSOS MIKOM MIP
  MTR MTP MKM MFARM MARS MENG MSN MPAR MEC MED MSY MESY MHI MHKES MBIOMED MPH MBA PHD
  BAC BSC BSW LC GR CPNS PNS PPPK SPOG SPA SPPD SPB SPAN SPM SPKJ BE`);

/** Two-letter degrees: cut at the end only when a word of the name stays, or after a comma or with dots. */
export const shortBackTitles: ReadonlySet<string> = words('SE SH ST SP SS MM MH MT MA ME MP BA QH');

/** Words that bring in the father's name or another name: they and all after them are cut. */
export const lineageMarkers: ReadonlySet<string> = words(
  'BIN BINTI BINTE BT BTE BN BNT BINT ALIAS',
);
