import DjetStore

extension Model {
    /// Notes where a web server serves the site, such as `http://127.0.0.1:8080`, and returns its number.
    public func enterServer(at address: String, machine: String) async throws -> Int64? {
        try await answer("select djet.enter_server(\(address), \(machine), \(now))")
    }

    /// Forgets a web server that stops.
    public func leaveServer(_ id: Int64) async throws {
        try await ask("select djet.leave_server(\(id))")
    }

    /// Where the site was started last, and has not been stopped; nil if nowhere.
    public func siteAddress() async throws -> String? {
        let address: String?? = try await answer("select djet.site_address()")
        return address ?? nil
    }
}
