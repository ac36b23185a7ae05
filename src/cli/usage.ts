/** What the command line offers, printed on a usage error and by `--help`. */
export const usage = `padan — jaminan sosial ketenagakerjaan pekerja satu kabupaten/kota

  new STORE --regency 33.29 --year 2027
  import STORE FILE --as non-asn|desa|rentan|bpjs-pu|bpjs-bpu|bpjs-nik [--dry-run] [--again]
         [--mode add|update|replace] [--leave-scope units|roster] [--confirm-leave]
  reconcile STORE [--as-of YYYY-MM-DD] [--full]
  match LEFT.csv RIGHT.csv --out PAIRS.csv
  premium --segment non-asn|desa|bpu --wage RUPIAH --persons N --from YYYY-MM --months M
          --fund apbd|apbdes|dbhcht|csr|mandiri [--programmes jkk,jkm,jht,jp,jkp,jkn] [--risk 1..5]
          [--round-per component|person|total] [--round-mode half-up|floor|up] [--store STORE]
  budget STORE --year Y [--scope missing|active|all]
  plan STORE --year Y [--scenario NAMA,NAMA] [--kind active,all,target,own] [--assumptions FILE.json]
         [--target 60|+10 | --buys RUPIAH] [--out DIR [--paper A4|F4] [--by-unit]]
  findings STORE [--code F01..F12] [--refresh] [--xlsx DIR [--full-nik]]
  packet STORE --out DIR [--paper A4|F4]
  verify STORE
  demo --out DIR [--workers N] [--seed N]

  --json   satu objek JSON di stdout; catatan selalu ke stderr
  Kata sandi dibaca dari PADAN_PASSPHRASE.
  Kode keluar: 0 berhasil, 2 cara pakai, 3 masukan bermasalah, 4 kesalahan Padan.
`;
