/// Documents as banks write them, with the odd corners that tests of single entries lack.
enum StatementTexts {
    /// Version 2: prefixed elements, one entry for two payments, one with its amount in `AmtDtls`, a debit, a
    /// pending entry.
    static let old = """
        <?xml version="1.0" encoding="utf-8" standalone="yes"?>
        <!-- Printed by a bank -->
        <n:Document xmlns:n="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">
        <n:BkToCstmrStmt><n:GrpHdr><n:MsgId>1</n:MsgId></n:GrpHdr><n:Stmt><n:Id>77</n:Id>
        <n:Acct><n:Id><n:Othr><n:Id>0440116243</n:Id></n:Othr></n:Id></n:Acct>
        <n:Ntry><n:NtryRef>1</n:NtryRef><n:Amt Ccy="EUR">30.00</n:Amt><n:CdtDbtInd>CRDT</n:CdtDbtInd>
          <n:Sts>BOOK</n:Sts><n:BookgDt><n:Dt>2026-11-20</n:Dt></n:BookgDt><n:BkTxCd/>
          <n:NtryDtls><n:Btch><n:NbOfTxs>2</n:NbOfTxs></n:Btch>
            <n:TxDtls><n:AmtDtls><n:TxAmt><n:Amt Ccy="EUR">10</n:Amt></n:TxAmt></n:AmtDtls>
              <n:RmtInf><n:Ustrd>Faktura</n:Ustrd><n:Ustrd>nr. 1</n:Ustrd></n:RmtInf></n:TxDtls>
            <n:TxDtls><n:AmtDtls><n:TxAmt><n:Amt Ccy="EUR">20.0</n:Amt></n:TxAmt></n:AmtDtls>
              <n:RmtInf><n:Ustrd>Invoice 2 &amp; thanks</n:Ustrd></n:RmtInf></n:TxDtls></n:NtryDtls></n:Ntry>
        <n:Ntry><n:Amt Ccy="EUR">5</n:Amt><n:CdtDbtInd>DBIT</n:CdtDbtInd><n:Sts>BOOK</n:Sts>
          <n:BookgDt><n:DtTm>2026-11-20T10:00:00Z</n:DtTm></n:BookgDt>
          <n:AddtlNtryInf>Fees of November</n:AddtlNtryInf></n:Ntry>
        <n:Ntry><n:Amt Ccy="EUR">7</n:Amt><n:CdtDbtInd>CRDT</n:CdtDbtInd><n:Sts>PDNG</n:Sts></n:Ntry>
        </n:Stmt></n:BkToCstmrStmt></n:Document>
        """

    /// Version 8: the status and the parties in elements of their own, amounts of payments beside them.
    static let new = """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>78</Id>
        <Acct><Id><IBAN>DE89370400440532013000</IBAN></Id><Ccy>EUR</Ccy></Acct>
        <Ntry><Amt Ccy="EUR">30.00</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
          <BookgDt><Dt>2026-11-20</Dt></BookgDt><AcctSvcrRef>B-1</AcctSvcrRef><NtryDtls>
            <TxDtls><Refs/><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
              <RltdPties><Dbtr><Pty><Nm>Ada &lt;Lovelace&gt;</Nm></Pty></Dbtr></RltdPties>
              <RmtInf><Ustrd>Rechnung 1</Ustrd></RmtInf></TxDtls>
            <TxDtls><Amt Ccy="EUR">20.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>
              <RmtInf><Strd><RfrdDocInf><Nb>2</Nb></RfrdDocInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>
        <Ntry><Amt Ccy="EUR">5</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
          <BookgDt><Dt>2026-11-20</Dt></BookgDt><AddtlNtryInf>Fees of November</AddtlNtryInf></Ntry>
        </Stmt></BkToCstmrStmt></Document>
        """
}
