import DjetJSON
import DjetModel

/// Reads the environments of claimed jobs. Those of a group, or of one user's many jobs, are the same text,
/// which is read once while they follow each other: reading it takes two microseconds, a tenth of what a
/// quick job costs.
struct EnvironmentReader {
    private var text = "{}"
    private var value: (environment: JobEnvironment, fault: String?) = (JobEnvironment(), nil)

    /// Returns the environment, or an empty one and the reason: an unreadable environment must not keep the
    /// other jobs of the claim from running.
    mutating func read(_ text: String) -> (environment: JobEnvironment, fault: String?) {
        guard text != "{}" else { return (JobEnvironment(), nil) }
        if text != self.text { (self.text, value) = (text, Self.reading(text)) }
        return value
    }

    private static func reading(_ text: String) -> (environment: JobEnvironment, fault: String?) {
        do {
            return (try JSON.value(from: text), nil)
        } catch {
            let reason = (error as? DecodingError)?.sentence ?? "\(error)"
            let advice = "Offload it again with an environment as Djet writes it"
            return (JobEnvironment(), "its environment cannot be read: \(reason). \(advice)")
        }
    }
}
