using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopAssistant.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddGroupSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "group_steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    group_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    details_number = table.Column<string>(type: "TEXT", nullable: true),
                    details_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    details_partner = table.Column<string>(type: "TEXT", nullable: true),
                    details_place = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_steps", x => x.id);
                    table.ForeignKey(
                        name: "fk_group_steps_groups_group_id",
                        column: x => x.group_id,
                        principalTable: "groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_group_steps_group_id",
                table: "group_steps",
                column: "group_id");

            migrationBuilder.CreateIndex(
                name: "ix_group_steps_state_due_on",
                table: "group_steps",
                columns: new[] { "state", "due_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "group_steps");
        }
    }
}
