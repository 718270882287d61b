extension Site {
    /// The engines that every site has, a line each.
    static var shippedEngines: [any Engine] {
        [
            AccountEngine(),
            AssetsEngine(),
            AuditEngine(),
            DirectoryEngine(),
            ExportEngine(),
            FunctionEngine(),
            HealthEngine(),
            JobmachineEngine(),
            ImportEngine(),
            MetricsEngine(),
            NodesEngine(),
            OpenAPIEngine(),
            PageEngine(),
            SignInEngine(),
            TicketsEngine(),
            UsersEngine(),
        ]
    }
}
