import DjetModel
import HTTPTypes

/// Lets people in and out, and takes invitations.
struct SignInEngine: Engine {
    static let basetype = Basetype("sign-in", title: "Sign in", isSingleton: true, isRequired: true)

    var routes: [Route] {
        [
            Route(
                .get, "", "The form to sign in",
                query: [QueryField("then", .text, "Where one goes then: a path of this site")],
                answer: .page(SignInPage.self)
            ) { visit in
                let page = SignInPage(
                    then: LocalPath.checked(visit.query["then"]), problem: visit.cookieProblem,
                    user: visit.session?.user)
                return .page("users/sign-in", title: "Sign in", page)
            },
            Route(
                .post, "", "Signs in", body: .value(SignInForm.self), answer: .page(SignedInAnswer.self),
                problems: [429], action: Self.signIn),
            Route(.post, "out", "Signs out", answer: .page(Nothing.self)) { visit in
                if let token = visit.cookie(Visitor.cookie) { try await visit.model.signOut(token) }
                return .done(visit.path(), Nothing()).signingOut()
            },
            Route(
                .get, "welcome", "Whom a one-time link invites",
                query: [QueryField("invitation", .text, "The token in the link")],
                answer: .page(WelcomePage.self)
            ) { visit in
                try await Welcome(visit, visit.query["invitation"] ?? "").page()
            },
            Route(
                .post, "welcome", "Sets the password of whom a one-time link invites, and signs them in",
                body: .value(WelcomeForm.self), answer: .page(SignedInAnswer.self)
            ) { visit in
                let form = try visit.body(as: WelcomeForm.self)
                return try await Welcome(visit, form.invitation).accept(form)
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
            return .done(then ?? "/", SignedInAnswer(signedIn.session)).signing(in: signedIn)
        } orShow: { refusal in
            let page = SignInPage(then: then, name: form.name, problem: refusal.detail)
            return .page("users/sign-in", title: "Sign in", page)
        }
    }
}
