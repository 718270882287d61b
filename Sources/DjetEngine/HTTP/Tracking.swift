/// The query parameters that other sites and mail programs add to links, to learn who followed them. They
/// mean nothing here, and are never refused.
enum Tracking {
    private static let names: Set<String> = [
        "__hsfp", "__hssc", "__hstc", "_branch_match_id", "_bta_c", "_bta_tid", "_ga", "_gac", "_gl",
        "_hsenc", "_hsmi", "_kx", "_openstat", "ck_subscriber_id",
        "dclid",
        "dm_i", "ef_id", "epik", "fbclid", "gad_campaignid", "gad_source", "gbraid", "gclid", "gclsrc",
        "hsctatracking",
        "igsh", "igshid", "irclickid", "li_fat_id", "mc_cid", "mc_eid", "mibextid", "mkt_tok",
        "ml_subscriber",
        "ml_subscriber_hash", "msclkid", "oly_anon_id", "oly_enc_id", "qclid", "rb_clickid", "rdt_cid",
        "s_cid",
        "s_kwcid", "sc_cid", "sccid", "scclid", "srsltid", "ttclid", "twclid", "vero_conv", "vero_id",
        "wt_mc", "wt_zmc",
        "wbraid",
        "wickedid", "yclid", "ymclid", "ysclid",
    ]
    private static let beginnings = [
        "utm_", "hsa_", "itm_", "matomo_", "mtm_", "piwik_", "pk_", "sfmc_", "stm_", "trk_",
    ]

    /// Returns true if a query parameter is one of these.
    static func isTracking(_ name: String) -> Bool {
        let name = name.lowercased()
        return names.contains(name) || beginnings.contains { name.hasPrefix($0) }
    }
}
