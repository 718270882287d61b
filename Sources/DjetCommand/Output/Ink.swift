/// A few calm colours, on a terminal only.
package enum Ink: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "36"

    /// The text in this colour if `terminal` can show it and nobody has asked for none.
    package func callAsFunction(_ text: String, on terminal: Terminal) -> String {
        guard terminal.isInteractive, !EnvironmentSettings.process.refusesColour else { return text }
        return "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
    }
}
