import { press } from "../lib/words.js";

const page = (name, path) => ({ name, path: `/console/ec2${path}` });
const opened = (name, path, button) => ({
  ...page(name, path),
  open: (tab) => press(tab, button),
});

/** EC2: the dashboard, each list, the page of one thing of each kind, and the dialogs. */
export const ec2 = [
  page("ec2", ""),
  page("instances", "/instances"),
  opened("launch-instance", "/instances", "Launch instance"),
  {
    name: "instance",
    path: ({ instance }) => `/console/ec2/instances/${instance}`,
  },
  {
    name: "termination-protection",
    path: ({ instance }) => `/console/ec2/instances/${instance}`,
    open: async (tab) => {
      await press(tab, "Instance settings");
      await tab
        .getByRole("menuitem", { name: "Change termination protection" })
        .click();
      await tab.getByLabel("Enable termination protection").waitFor();
    },
  },
  page("key-pairs", "/key-pairs"),
  opened("create-key-pair", "/key-pairs", "Create key pair"),
  opened("import-key-pair", "/key-pairs", "Import key pair"),
  {
    name: "key-pair",
    path: ({ keyPair }) => `/console/ec2/key-pairs/${keyPair}`,
  },
  page("security-groups", "/security-groups"),
  opened("create-security-group", "/security-groups", "Create security group"),
  {
    name: "security-group",
    path: ({ group }) => `/console/ec2/security-groups/${group}`,
  },
  {
    name: "add-outbound-rule",
    path: ({ group }) => `/console/ec2/security-groups/${group}`,
    open: (tab) => press(tab, "Add outbound rule"),
  },
  page("volumes", "/volumes"),
  { name: "volume", path: ({ volume }) => `/console/ec2/volumes/${volume}` },
  {
    name: "attach-volume",
    path: ({ volume }) => `/console/ec2/volumes/${volume}`,
    open: (tab) => press(tab, "Attach volume"),
  },
  opened("create-volume", "/volumes", "Create volume"),
];
