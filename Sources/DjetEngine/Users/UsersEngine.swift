import DjetModel
import HTTPTypes

/// The users and their roles. Requires the right `manage`, and a browser's session for every change.
///
/// Nobody may change their own roles, grant a role that gives more than they have, or change a user who has
/// more. Who is confined to tenants may confine nobody otherwise, themselves included.
struct UsersEngine: Engine {
    static let basetype = Basetype("users", title: "Users", isSingleton: true, isRequired: true)

    var routes: [Route] {
        [
            Route(
                .get, "", right: .manage, "Lists users",
                query: [
                    QueryField("search", .text, "A text in one of their names"),
                    QueryField("after", .text, "The last name of the previous page"),
                ], answer: .page(UsersPage.self)
            ) { visit in
                .page("users/users", title: visit.node.title, try await UserList(visit).page())
            },
            Route(
                .post, "", right: .manage, "Adds a user", body: .value(NewUserForm.self),
                answer: .page(ListedUser.self)
            ) { visit in
                try await UserList(visit).add()
            },
            Route(.get, "{name}", right: .manage, "One user", answer: .page(UserPage.self)) { visit in
                let page = try await UserPage(of: visit.parameters["name"] ?? "", for: visit)
                return .page("users/user", title: page.user.fullName, page)
            },
            Route(
                .post, "{name}", right: .manage, "Changes the display name",
                body: .value(FullNameForm.self), answer: .page(ListedUser.self)
            ) { visit in
                try await NamedUser(visit).change { name in
                    let form = try visit.body(as: FullNameForm.self)
                    try await visit.model.changeUser(name, fullName: form.fullName)
                }
            },
            Route(
                .post, "{name}/roles", right: .manage, "Sets a user's roles",
                body: .value(RolesForm.self), answer: .page(ListedUser.self)
            ) { visit in
                let roles = Set(try visit.body(as: RolesForm.self).roles ?? [])
                return try await NamedUser(visit).change { try await visit.model.setRoles(roles, of: $0) }
            },
            Route(
                .post, "{name}/tenants", right: .manage,
                "Confines a user to tenants, in place of those before; an empty form, to none",
                body: .value(TenantsForm.self), answer: .page(ListedUser.self)
            ) { visit in
                let tenants = try visit.body(as: TenantsForm.self).tenants ?? []
                return try await NamedUser(visit).change { try await visit.model.setTenants(tenants, of: $0) }
            },
        ] + doors
    }

    /// The routes that let users in or keep them out.
    private var doors: [Route] {
        [
            Route(
                .post, "{name}/invite", right: .manage,
                "Makes a one-time link to set a password, and shows it once",
                answer: .page(InvitationPage.self)
            ) { visit in
                try await NamedUser(visit).invite()
            },
            Route(.post, "{name}/disable", right: .manage, "Disables a user", answer: .page(ListedUser.self))
            {
                visit in
                try await NamedUser(visit).change { try await visit.model.disableUser($0) }
            },
            Route(
                .post, "{name}/enable", right: .manage, "Enables a user", answer: .page(ListedUser.self)
            ) {
                visit in
                try await NamedUser(visit).change { try await visit.model.enableUser($0) }
            },
            Route(
                .post, "{name}/sign-out", right: .manage, "Ends all sessions of a user",
                body: .value(SignOutForm.self), answer: .page(ListedUser.self)
            ) { visit in
                let tokens = try visit.body(as: SignOutForm.self).revokeTokens ?? false
                return try await NamedUser(visit).change {
                    try await visit.model.endSessions(of: $0, revokingTokens: tokens)
                }
            },
            Route(
                .post, "{name}/tokens/revoke", right: .manage, "Revokes all API tokens of a user",
                answer: .page(ListedUser.self)
            ) { visit in
                try await NamedUser(visit).change { try await visit.model.revokeTokens(of: $0) }
            },
            Route(
                .post, "{name}/second-factor/remove", right: .manage,
                "Removes a user's second factor, and ends their sessions",
                answer: .page(ListedUser.self)
            ) { visit in
                try await NamedUser(visit).change { try await visit.model.resetSecondFactor(of: $0) }
            },
        ]
    }
}
