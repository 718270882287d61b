import DjetModel
import HTTPTypes

/// The visitor's own account: name, password, sessions and API tokens.
///
/// An API token may read here, but change nothing: a token must not give itself more rights.
struct AccountEngine: Engine {
    static let basetype = Basetype("account", title: "Account", isSingleton: true, isRequired: true)

    var routes: [Route] {
        [
            Route(.get, "", "Your account", answer: .page(AccountPage.self)) { visit in
                .page(
                    "users/account", title: "Account",
                    try await AccountPage(of: try Self.user(visit), for: visit))
            },
            Route(
                .post, "name", "Changes the display name", body: .value(FullNameForm.self),
                answer: .page(Nothing.self)
            ) { visit in
                try await Self.change(visit) { session in
                    let form = try visit.body(as: FullNameForm.self)
                    try await visit.model.changeUser(session.user.name, fullName: form.fullName)
                }
            },
            Route(
                .post, "language", "Sets the language of your pages, or leaves it to the browser",
                body: .value(LanguageForm.self), answer: .page(Nothing.self)
            ) { visit in
                try await Self.change(visit) { session in
                    let form = try visit.body(as: LanguageForm.self)
                    try await visit.model.setLanguage(form.language, of: session.user.name)
                }
            },
            Route(
                .post, "password", "Changes your password, and ends all other sessions",
                body: .value(PasswordForm.self), answer: .page(Nothing.self), problems: [429]
            ) { visit in
                try await Self.change(visit) { session in
                    let form = try visit.body(as: PasswordForm.self)
                    try Welcome.check(form.password, form.again)
                    try await visit.model.changePassword(
                        of: session.user.name, from: form.present, to: form.password, keeping: session.id,
                        revokingTokens: form.revokeTokens ?? false)
                }
            },
        ] + secondFactor + sessions + tokens
    }

    private var secondFactor: [Route] {
        [
            Route(
                .get, "second-factor", "The secret with which a device makes one-time codes",
                answer: .page(EnrolmentPage.self)
            ) { visit in
                try await Enrolment(onAccountOf: visit).page()
            },
            Route(
                .post, "second-factor", "Makes a secret for a device; it needs the password",
                body: .value(SecondFactorForm.self), answer: .page(Nothing.self), problems: [429]
            ) { visit in
                let enrolment = try Enrolment(onAccountOf: visit)
                return try await enrolment.begin(password: try visit.body(as: SecondFactorForm.self).present)
            },
            Route(
                .post, "second-factor/confirm",
                "Confirms the second factor, ends all other sessions, and shows the recovery codes once",
                body: .value(CodeForm.self), answer: .page(RecoveryPage.self), problems: [429]
            ) { visit in
                let enrolment = try Enrolment(onAccountOf: visit)
                return try await enrolment.confirm(try visit.body(as: CodeForm.self).code)
            },
            Route(
                .post, "second-factor/remove",
                "Removes your second factor, and ends all other sessions; it needs the password and a code",
                body: .value(SecondFactorForm.self), answer: .page(Nothing.self), problems: [429]
            ) { visit in
                try await Self.change(visit) { session in
                    let form = try visit.body(as: SecondFactorForm.self)
                    try await visit.model.removeSecondFactor(
                        of: session.user.name, password: form.present, code: form.code ?? "",
                        keeping: session.id)
                }
            },
        ]
    }

    private var sessions: [Route] {
        [
            Route(.post, "sessions/{id:int}/end", "Ends one of your sessions", answer: .page(Nothing.self)) {
                visit in
                try await Self.change(visit) { session in
                    try await visit.model.endSession(try visit.integer("id"), of: session.user.name)
                }
            },
            Route(
                .post, "sessions/end", "Ends all your sessions, including this one",
                body: .value(SignOutForm.self),
                answer: .page(Nothing.self)
            ) { visit in
                let session = try visit.demandSession()
                let form = try visit.body(as: SignOutForm.self)
                try await visit.model.endSessions(
                    of: session.user.name, revokingTokens: form.revokeTokens ?? false)
                return .done("/", Nothing()).signingOut()
            },
        ]
    }

    private var tokens: [Route] {
        [
            Route(
                .post, "tokens", "Makes an API token, and shows it once", body: .value(TokenForm.self),
                answer: .page(TokenPage.self)
            ) { visit in
                try await Self.attempt(visit) { session in
                    let form = try visit.body(as: TokenForm.self)
                    let new = try await visit.model.addToken(
                        try form.request(in: visit.tree), for: session.user.name)
                    let page = TokenPage(
                        id: new.id, purpose: form.purpose, token: new.token, expiresAt: new.expiresAt,
                        lacking: form.lacking(visit))
                    return .page("users/token", title: "A new token", page, status: .created).noStore()
                }
            },
            Route(.post, "tokens/{id:int}/revoke", "Revokes an API token", answer: .page(Nothing.self)) {
                visit in
                try await Self.change(visit) { session in
                    try await visit.model.revokeToken(try visit.integer("id"), of: session.user.name)
                }
            },
            Route(.post, "tokens/revoke", "Revokes all your API tokens", answer: .page(Nothing.self)) {
                visit in
                try await Self.change(visit) { session in
                    try await visit.model.revokeTokens(of: session.user.name)
                }
            },
        ]
    }

    private static func change(_ visit: Visit, _ body: (Session) async throws -> Void) async throws -> Reply {
        try await attempt(visit) { session in
            try await body(session)
            return .done(visit.path(), Nothing())
        }
    }

    /// Runs `body` with the browser's session. People see an error on the account page itself.
    private static func attempt(
        _ visit: Visit, _ body: (Session) async throws -> Reply
    ) async throws -> Reply {
        let session = try visit.demandSession()
        return try await visit.attempt {
            try await body(session)
        } orShow: { refusal in
            let page = try await AccountPage(of: session.user, for: visit, problem: refusal.detail)
            return .page("users/account", title: "Account", page)
        }
    }

    private static func user(_ visit: Visit) throws -> User {
        if let user = visit.user { return user }
        throw RequestError(.unauthorized, "sign in to see your account")
    }
}
