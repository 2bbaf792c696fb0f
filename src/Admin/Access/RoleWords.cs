using CoopAssistant.Data.Staff;

namespace CoopAssistant.Admin.Access;

/// <summary>Roles as staff read them.</summary>
internal static class RoleWords
{
    public static IReadOnlyList<StaffRole> InOrder { get; } =
    [
        StaffRole.Administrator, StaffRole.RegionalDirector, StaffRole.Registrar, StaffRole.Adviser, StaffRole.ContentEditor, StaffRole.Ally, StaffRole.Viewer,
    ];

    public static string Name(StaffRole role) => role switch
    {
        StaffRole.Administrator => "Administración",
        StaffRole.RegionalDirector => "Dirección regional",
        StaffRole.Registrar => "Registro",
        StaffRole.Adviser => "Asesoría",
        StaffRole.ContentEditor => "Edición de contenidos",
        StaffRole.Ally => "Institución aliada",
        _ => "Consulta",
    };

    /// <summary>What the role is for, in a sentence.</summary>
    public static string Means(StaffRole role) => role switch
    {
        StaffRole.Administrator => "Hace todo, también las cuentas y la auditoría.",
        StaffRole.RegionalDirector => "Decide sobre los registros y los grupos de su territorio y manda avisos.",
        StaffRole.Registrar => "Revisa registros y atiende conversaciones.",
        StaffRole.Adviser => "Acompaña grupos, ve registros y atiende conversaciones.",
        StaffRole.ContentEditor => "Escribe lecciones, respuestas y textos. No ve a las mujeres.",
        StaffRole.Ally => "Ve y responde solo lo que se deriva a su institución, y de eso solo lo que se compartió.",
        _ => "Mira registros y números, sin documentos ni teléfonos.",
    };
}
