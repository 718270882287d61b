import DjetModel
import Foundation
import HTTPTypes

/// A visit with a one-time link.
struct Welcome {
    private let visit: Visit
    private let token: String

    init(_ visit: Visit, _ token: String) {
        self.visit = visit
        self.token = token
    }

    /// Returns the form. Looking at it does not use up the invitation. Throws `ModelError.notFound`.
    func page(_ problem: String? = nil) async throws -> Reply {
        guard let invitation = try await visit.model.invitation(ofToken: token) else {
            throw Model.noInvitation
        }
        let page = WelcomePage(
            invitation: token, name: invitation.name, fullName: invitation.fullName,
            expiresAt: invitation.expiresAt, problem: problem ?? visit.cookieProblem)
        return .page("users/welcome", title: "Welcome", page).noStore()
    }

    /// Sets the password and signs the user in. The browser's previous session ends.
    func accept(_ form: WelcomeForm) async throws -> Reply {
        try await visit.attempt {
            // This comes before the invitation is used up.
            try visit.refuseDroppedCookie()
            try Self.check(form.password, form.again)
            let signedIn = try await visit.model.acceptInvitation(
                token, password: form.password, agent: visit.headers[.userAgent])
            if let old = visit.cookie(Visitor.cookie) { try await visit.model.signOut(old) }
            let next = SignInEngine.next(signedIn.session, nil, visit)
            return .done(next, SignedInAnswer(signedIn.session)).signing(in: signedIn)
        } orShow: { refusal in
            try await page(refusal.detail)
        }
    }

    /// Throws `ModelError.invalid` if the repeated password differs.
    static func check(_ password: String, _ again: String?) throws {
        guard let again, again != password else { return }
        throw ModelError.invalid("the two passwords differ")
    }
}

/// The page on which an invited user sets a password.
struct WelcomePage: Codable, Sendable {
    /// The token in the link.
    var invitation: String
    var name: String
    var fullName: String
    var expiresAt: Date
    /// The reason the password was refused, or the session's cookie would be dropped.
    var problem: String?
}

/// A form that accepts an invitation.
struct WelcomeForm: Codable, Sendable {
    /// The token in the link.
    var invitation: String
    var password: String
    /// The password once more; programs need not send it.
    var again: String?
}
