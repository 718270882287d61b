import DjetModel
import HTTPTypes

/// The pages to sign in and out, and to accept invitations.
struct SignInEngine: Engine {
    static let basetype = Basetype("sign-in", title: "Sign in", isSingleton: true, isRequired: true)

    var routes: [Route] {
        [
            Route(
                .get, "", "The sign-in form",
                query: [QueryField("then", .text, "The path to go to afterwards, on this site")],
                answer: .page(SignInPage.self)
            ) { visit in
                let then = LocalPath.checked(visit.query["then"])
                if let unfinished = visit.unfinished {
                    return .redirect(Self.next(unfinished, then, visit))
                }
                let page = SignInPage(
                    then: then, problem: visit.cookieProblem, user: visit.session?.user)
                return .page("users/sign-in", title: "Sign in", page)
            },
            Route(
                .post, "", "Signs in", body: .value(SignInForm.self), longestBody: SiteLimits.short,
                answer: .page(SignedInAnswer.self), problems: [429], action: Self.signIn),
            Route(.post, "out", "Signs out", answer: .page(Nothing.self)) { visit in
                if let token = visit.cookie(Visitor.cookie) { try await visit.model.signOut(token) }
                return .done(visit.path(), Nothing()).signingOut()
            },
            Route(
                .get, "welcome", "The user whom a one-time link invites",
                query: [QueryField("invitation", .text, "The token in the link")],
                answer: .page(WelcomePage.self)
            ) { visit in
                try await Welcome(visit, visit.query["invitation"] ?? "").page()
            },
            Route(
                .post, "welcome", "Sets the invited user's password, and signs them in",
                body: .value(WelcomeForm.self), longestBody: SiteLimits.short,
                answer: .page(SignedInAnswer.self)
            ) { visit in
                let form = try visit.body(as: WelcomeForm.self)
                return try await Welcome(visit, form.invitation).accept(form)
            },
        ] + secondFactor
    }

    /// The routes that follow the password.
    private var secondFactor: [Route] {
        let then = QueryField("then", .text, "The path to go to afterwards, on this site")
        return [
            Route(.get, "code", "The form for a one-time code", query: [then], answer: .page(CodePage.self)) {
                visit in
                guard visit.unfinished?.awaits == .code else { return .redirect(visit.path()) }
                let page = CodePage(then: LocalPath.checked(visit.query["then"]))
                return .page("users/code", title: "One-time code", page).noStore()
            },
            Route(
                .post, "code",
                "Completes a sign-in by a one-time code or a recovery code",
                body: .value(CodeForm.self), longestBody: SiteLimits.short,
                answer: .page(SignedInAnswer.self),
                problems: [429], action: CodeProof.reply),
            Route(
                .get, "second-factor", "The secret with which a device makes one-time codes", query: [then],
                answer: .page(EnrolmentPage.self)
            ) { visit in
                guard let enrolment = Enrolment(atSignIn: visit, then: visit.query["then"]) else {
                    return .redirect(visit.path())
                }
                return try await enrolment.page()
            },
            Route(
                .post, "second-factor", "Makes a secret for a device, if a role needs a second factor",
                body: .value(ThenForm.self), longestBody: SiteLimits.short, answer: .page(Nothing.self)
            ) { visit in
                let then = try visit.body(as: ThenForm.self).then
                return try await Enrolment.demanded(atSignIn: visit, then: then).begin()
            },
            Route(
                .post, "second-factor/confirm",
                "Confirms the second factor, and shows the recovery codes once",
                body: .value(CodeForm.self), longestBody: SiteLimits.short, answer: .page(RecoveryPage.self),
                problems: [429]
            ) { visit in
                let form = try visit.body(as: CodeForm.self)
                return try await Enrolment.demanded(atSignIn: visit, then: form.then).confirm(form.code)
            },
        ]
    }

    @Sendable private static func signIn(_ visit: Visit) async throws -> Reply {
        let form = try visit.body(as: SignInForm.self)
        let then = LocalPath.checked(form.then)
        return try await visit.attempt {
            try visit.refuseDroppedCookie()
            let signedIn = try await visit.model.signIn(
                form.name, password: form.password, replacing: visit.cookie(Visitor.cookie),
                agent: visit.headers[.userAgent])
            return .done(next(signedIn.session, then, visit), SignedInAnswer(signedIn.session)).signing(
                in: signedIn)
        } orShow: { refusal in
            let page = SignInPage(then: then, name: form.name, problem: refusal.detail)
            return .page("users/sign-in", title: "Sign in", page)
        }
    }

    /// Returns the path to go to after the password: `then`, or the page of the step that is still missing.
    static func next(_ session: Session, _ then: String?, _ visit: Visit) -> String {
        let question = then.map { "?then=\(Percent.encoded($0))" } ?? ""
        switch session.awaits {
        case nil: return then ?? "/"
        case .code: return visit.path("code") + question
        case .enrolment: return visit.path("second-factor") + question
        }
    }
}
