import DjetStore

/// What people call the browser that says this of itself.
enum BrowserName {
    /// `Firefox on Linux` of a `User-Agent` header; of an unknown one its own beginning.
    static func of(_ agent: String) -> String {
        // All of them claim to be others, so the order matters: Edge says Chrome, and Chrome says Safari.
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
