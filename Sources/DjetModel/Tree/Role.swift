/// The roles that always exist.
public enum Role {
    /// Everybody, also people who have not signed in. Its rules may give `view` and `use` alone.
    public static let everyone = "everyone"
    /// Everybody who has signed in.
    public static let users = "users"
    /// Who runs the place. Its rules always keep `view` and `manage`, so that nobody locks themselves out.
    public static let administrator = "administrator"
    /// Looks after the jobs.
    public static let `operator` = "operator"
}
