/// A few calm colours for terminals.
package enum Ink: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
    case blue = "36"

    /// Returns the text in this colour if `terminal` is one and the environment does not refuse colours.
    package func callAsFunction(_ text: String, on terminal: Terminal) -> String {
        guard terminal.isInteractive, !EnvironmentSettings.process.refusesColour else { return text }
        return "\u{1B}[\(rawValue)m\(text)\u{1B}[0m"
    }
}
