extension Tree {
    /// Returns the path at which the holder of an invitation's token sets a password.
    package func path(ofInvitation token: String) -> String {
        "\(node(ofBasetype: "sign-in")?.path ?? "/sign-in")/welcome?invitation=\(token)"
    }
}
