import DjetModel
import HTTPTypes

/// The second step of a sign-in: a user who knows the password proves the second factor.
enum CodeProof {
    /// Signs the user in. A blank code is not counted as a guess.
    @Sendable static func reply(_ visit: Visit) async throws -> Reply {
        let form = try visit.body(as: CodeForm.self)
        let then = LocalPath.checked(form.then)
        if let refusal = refusal(visit) {
            guard visit.wantsHTML, refusal.status == .unauthorized else { throw refusal }
            let page = SignInPage(then: then, problem: refusal.detail)
            return Reply(refusal, .page("users/sign-in", title: "Sign in", page))
        }
        return try await visit.attempt {
            let signedIn = try await signIn(visit, form.code)
            return .done(then ?? "/", SignedInAnswer(signedIn.session)).signing(in: signedIn)
        } orShow: { refusal in
            .page("users/code", title: "One-time code", CodePage(then: then, problem: refusal.detail))
        }
    }

    private static func signIn(_ visit: Visit, _ code: String) async throws -> SignedIn {
        guard code.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
            throw ModelError.invalid("the code is missing: type the one that your device shows")
        }
        do {
            return try await visit.model.signIn(
                code: code, token: visit.cookie(Visitor.cookie) ?? "", agent: visit.headers[.userAgent])
        } catch SignInError.refused {
            throw isOver
        }
    }

    /// Returns the refusal if the visitor's sign-in awaits no code; nil if it awaits one.
    private static func refusal(_ visit: Visit) -> RequestError? {
        switch visit.unfinished?.awaits {
        case .code: nil
        case .enrolment:
            RequestError(
                .conflict,
                """
                one of your roles needs a second factor: set one up at \(visit.path("second-factor"))
                """)
        case nil where visit.user != nil:
            RequestError(.conflict, "you are already signed in: no code is needed")
        case nil: isOver
        }
    }

    private static let isOver = RequestError(
        .unauthorized,
        """
        no sign-in awaits a code: none was begun, or it has ended, as each does after 15 minutes; sign in with your name and \
        password
        """, headers: [.wwwAuthenticate: "Bearer realm=\"djet\""])
}

/// A form with a one-time code or a recovery code.
struct CodeForm: Codable, Sendable {
    var code: String
    /// The path of this site to go to afterwards.
    var then: String?
}

/// The page that asks for a code.
struct CodePage: Codable, Sendable {
    var then: String?
    /// The reason the code was refused.
    var problem: String?
}
