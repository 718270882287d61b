import DjetStore

extension Model {
    /// Notes the address at which a web server serves the site, such as `http://127.0.0.1:8080`, and returns
    /// its number.
    public func enterServer(at address: String, machine: String) async throws -> Int64? {
        try await answer("select djet.enter_server(\(address), \(machine), \(now))")
    }

    /// Notes that a web server still serves the site. After three minutes without a note it counts as gone.
    public func seeServer(_ id: Int64) async throws {
        try await ask("select djet.see_server(\(id), \(now))")
    }

    /// Forgets a web server that stops.
    public func leaveServer(_ id: Int64) async throws {
        try await ask("select djet.leave_server(\(id))")
    }

    /// Returns the address of the site on a machine, from the server that was started last and still serves;
    /// nil if there is none.
    public func siteAddress(on machine: String) async throws -> String? {
        let address: String?? = try await answer("select djet.site_address(\(machine), \(now))")
        return address ?? nil
    }
}
