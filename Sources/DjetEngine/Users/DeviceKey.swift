import DjetStore

/// The secret of a second factor in the forms that devices take.
struct DeviceKey: Codable, Sendable {
    /// The secret in base32, in groups of four that people can read.
    var secret: String
    /// The address that apps for one-time codes open: `otpauth://totp/…`.
    var link: String
    /// The link as a QR code in SVG, for the device's camera; nil if the link is too long for one.
    var picture: String?

    init(secret: String, site: String, user: String) {
        let issuer = site.rewritten { $0 == ":" ? "" : nil }.beginning(30)
        link =
            "otpauth://totp/\(Percent.encoded(issuer)):\(Percent.encoded(user))?secret=\(secret)"
            + "&issuer=\(Percent.encoded(issuer))"
        picture = QRCode(Array(link.utf8))?.picture.written
        self.secret = secret.enumerated().map { $0 > 0 && $0.isMultiple(of: 4) ? " \($1)" : "\($1)" }.joined()
    }
}
