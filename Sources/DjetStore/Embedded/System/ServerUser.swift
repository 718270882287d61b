package import Glibc

/// The user that runs the server: the current one or, if that is root, one with fewer rights.
package struct ServerUser: Sendable {
    package let id: uid_t
    package let group: gid_t
    let name: String

    /// Returns the words that make a command run as this user; none for the current user. Throws
    /// `EmbeddedPostgresError` if `setpriv` is missing.
    package func commandPrefix() throws(EmbeddedPostgresError) -> [String] {
        guard id != geteuid() else { return [] }
        return [try Tool.path(of: "setpriv"), "--reuid=\(id)", "--regid=\(group)", "--clear-groups", "--"]
    }

    /// Returns the current user; for root the owner of the data, or else `postgres`, or else `djet`, created
    /// if need be. Throws `EmbeddedPostgresError` if root owns the data or no user can be created.
    package static func choose(forData data: String) throws(EmbeddedPostgresError) -> ServerUser {
        guard geteuid() == 0 else { return ServerUser(id: geteuid(), group: getegid()) }
        var status = stat()
        if stat(data, &status) == 0 {
            return try owner(ofData: data, id: status.st_uid, group: status.st_gid)
        }
        if let user = ServerUser(named: "postgres") ?? ServerUser(named: "djet") { return user }
        return try made(as: "djet")
    }

    private static func owner(
        ofData data: String, id: uid_t, group: gid_t
    ) throws(EmbeddedPostgresError) -> ServerUser {
        guard id != 0 else {
            throw EmbeddedPostgresError(
                """
                The folder \(data) belongs to root, and PostgreSQL may not run as root. \
                Give it to another user: chown -R postgres \(data)
                """)
        }
        return ServerUser(id: id, group: group)
    }

    private static func made(as name: String) throws(EmbeddedPostgresError) -> ServerUser {
        let result = try Tool(
            [try Tool.path(of: "useradd"), "-r", "-d", "/nonexistent", "-s", "/usr/sbin/nologin", name]
        ).run()
        if let user = ServerUser(named: name) { return user }
        throw EmbeddedPostgresError(
            "PostgreSQL may not run as root, and the system user \(name) could not be created:",
            saying: result.output)
    }

    /// Throws `EmbeddedPostgresError` if this user cannot enter the folder, such as one below /root.
    func checkReaches(_ folder: String) throws(EmbeddedPostgresError) {
        let result = try Tool(try commandPrefix() + ["/bin/sh", "-c", "cd \"$0\"", folder]).run()
        guard result.status != 0 else { return }
        throw EmbeddedPostgresError(
            """
            The user \(name), who runs the embedded PostgreSQL, cannot enter \(folder): one of the folders \
            above it is closed to others. Open it (chmod o+x), or choose another folder such as /var/lib/djet.
            """, saying: result.output)
    }
}
