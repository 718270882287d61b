public import DjetCommand
import DjetModel
import Foundation

extension Part {
    /// The shipped tools: `tools.run-command` runs a program of the worker's machine, `tools.call-webhook`
    /// posts a signed message to another system.
    ///
    /// Neither does anything until the environment allows it: `DJET_COMMANDS` lists the programs,
    /// `DJET_WEBHOOK_SECRETS` the secrets that sign.
    public static var tools: Part { tools(ProcessInfo.processInfo.environment) }

    static func tools(_ environment: [String: String]) -> Part {
        Part(
            "tools", functions: [RunCommand.self, CallWebhook.self],
            prepare: { model in
                let settings = try ToolSettings(environment)
                return model.providing(settings.programs).providing(settings.webhooks)
            },
            variables: ToolSettings.variables)
    }
}
