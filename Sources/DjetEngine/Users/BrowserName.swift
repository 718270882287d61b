import DjetStore

/// The name of a browser, from its `User-Agent` header.
enum BrowserName {
    /// Returns a name such as `Firefox on Linux`; the header's first 40 characters if the browser is unknown.
    static func of(_ agent: String) -> String {
        // Each also claims to be others, so the order matters: Edge says Chrome, and Chrome says Safari.
        let names = [
            ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"),
            ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
        ]
        let systems = [
            ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
            ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
        ]
        guard let name = names.first(where: { agent.contains($0.0) })?.1 else {
            return agent.beginning(40)
        }
        guard let system = systems.first(where: { agent.contains($0.0) })?.1 else { return name }
        return "\(name) on \(system)"
    }
}
