import DjetJSON
import DjetModel
import DjetStore
import HTTPTypes

/// The set-up of a second factor: at sign-in, because one of the user's roles needs it, or on the account
/// page.
struct Enrolment {
    private let visit: Visit
    private let session: Session
    /// The path of the page with the secret.
    private let path: String
    /// The path to go to once the set-up is complete.
    private let then: String?

    /// Creates a set-up on the account page. Throws `RequestError` unless the visitor is a browser with a
    /// session.
    init(onAccountOf visit: Visit) throws {
        self.visit = visit
        session = try visit.demandSession()
        path = visit.path("second-factor")
        then = visit.path()
    }

    /// Creates a set-up before the user is signed in. Returns nil unless the session awaits one.
    init?(atSignIn visit: Visit, then: String?) {
        guard let session = visit.unfinished, session.awaits == .enrolment else { return nil }
        self.visit = visit
        self.session = session
        path = visit.path("second-factor")
        self.then = LocalPath.checked(then)
    }

    /// Returns the set-up at sign-in. Throws `RequestError` of 401 unless the session awaits one.
    static func demanded(atSignIn visit: Visit, then: String?) throws -> Enrolment {
        guard let enrolment = Enrolment(atSignIn: visit, then: then) else {
            throw RequestError(.unauthorized, "sign in with your password first")
        }
        return enrolment
    }

    /// Returns the page: the secret if it has been made, otherwise a button to make it.
    func page(_ problem: String? = nil) async throws -> Reply {
        let factor = try await visit.model.secondFactor(of: session.user.name, in: session.id)
        if factor?.confirmedAt != nil, problem == nil { return .redirect(then ?? "/") }
        let page = EnrolmentPage(
            key: factor?.secret.map {
                DeviceKey(secret: $0, site: visit.site.name, user: session.user.name)
            }, path: path, then: then, isAtSignIn: visit.session == nil, problem: problem)
        return .page("users/second-factor", title: "Second factor", page).noStore()
    }

    /// Makes a secret and shows it. Checks the password first if one is given.
    func begin(password: String? = nil) async throws -> Reply {
        try await visit.attempt {
            try await visit.model.beginSecondFactor(
                of: session.user.name, password: password, in: session.id)
            return .done(pageAddress, Nothing())
        } orShow: { refusal in
            try await page(refusal.detail)
        }
    }

    /// Confirms the second factor and shows its recovery codes.
    func confirm(_ code: String) async throws -> Reply {
        try await visit.attempt {
            let codes = try await visit.model.confirmSecondFactor(
                of: session.user.name, code: code, keeping: session.id)
            return .page(
                "users/recovery", title: "Recovery codes", RecoveryPage(codes: codes, next: then ?? "/")
            )
            .noStore()
        } orShow: { refusal in
            try await page(refusal.detail)
        }
    }

    private var pageAddress: String {
        visit.session == nil ? path + (then.map { "?then=\(Percent.encoded($0))" } ?? "") : path
    }
}

/// The page on which somebody sets up a second factor.
struct EnrolmentPage: Codable, Sendable {
    /// The key for the device; nil until it has been made.
    var key: DeviceKey?
    /// The page's own path; a POST to it makes a secret.
    var path: String
    /// The path to go to afterwards.
    var then: String?
    /// True at sign-in, which a user cannot complete without a second factor.
    var isAtSignIn: Bool
    /// The reason an action failed.
    var problem: String?
}

/// The page with the recovery codes, which are shown only once.
struct RecoveryPage: Codable, Sendable {
    var codes: [String]
    /// The path to go to afterwards.
    var next: String
}

/// A form that begins the set-up of a second factor, or removes one.
struct SecondFactorForm: Codable, Sendable {
    /// The present password.
    var present: String
    /// A one-time code or a recovery code; removal needs it.
    var code: String?
}

/// A form with nothing to fill in.
struct ThenForm: Codable, Sendable {
    /// The path of this site to go to afterwards.
    var then: String?
}

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
