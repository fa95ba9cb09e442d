package iam

import (
	"strings"

	"github.com/cardea-iam/cardea/access"
	api "github.com/cardea-iam/cardea/api/iam"
	"github.com/cardea-iam/cardea/catalog"
	"github.com/cardea-iam/cardea/identity"
	"github.com/cardea-iam/cardea/service"
	"github.com/cardea-iam/cardea/store"
)

var serviceLinkedRoleOperations = []service.Operation{
	service.Op("CreateServiceLinkedRole", service.Write, asksNewServiceLinkedRole, createServiceLinkedRole),
	service.Op("DeleteServiceLinkedRole", service.Write, asksDeleteServiceLinkedRole, deleteServiceLinkedRole),
	service.Op("GetServiceLinkedRoleDeletionStatus", service.Read, asksDeletionStatus, getServiceLinkedRoleDeletionStatus),
}

// serviceLinkedPath is where the roles of services live: /aws-service-role/SERVICE/.
const serviceLinkedPath = "/aws-service-role/"

func isServiceLinked(role *identity.Role) bool {
	return strings.HasPrefix(role.Path, serviceLinkedPath)
}

// linkedRole is the role of one service: its published name and managed policy.
type linkedRole struct {
	name, policy string
	suffixes     bool // there may be several, each with a suffix of its own
}

// linkedRoles are the services that have such a role, by service principal.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
var linkedRoles = map[string]linkedRole{
	"access-analyzer.amazonaws.com":                         {name: "AWSServiceRoleForAccessAnalyzer", policy: "AccessAnalyzerServiceRolePolicy"},
	"acm.amazonaws.com":                                     {name: "AWSServiceRoleForCertificateManager", policy: "CertificateManagerServiceRolePolicy"},
	"appstream.application-autoscaling.amazonaws.com":       {name: "AWSServiceRoleForApplicationAutoScaling_AppStreamFleet", policy: "AWSApplicationAutoscalingAppStreamFleetPolicy"},
	"autoscaling.amazonaws.com":                             {name: "AWSServiceRoleForAutoScaling", policy: "AutoScalingServiceRolePolicy", suffixes: true},
	"backup.amazonaws.com":                                  {name: "AWSServiceRoleForBackup", policy: "AWSBackupServiceLinkedRolePolicyForBackup"},
	"batch.amazonaws.com":                                   {name: "AWSServiceRoleForBatch", policy: "BatchServiceRolePolicy"},
	"cassandra.application-autoscaling.amazonaws.com":       {name: "AWSServiceRoleForApplicationAutoScaling_CassandraTable", policy: "AWSApplicationAutoscalingCassandraTablePolicy"},
	"cloudtrail.amazonaws.com":                              {name: "AWSServiceRoleForCloudTrail", policy: "CloudTrailServiceRolePolicy"},
	"comprehend.application-autoscaling.amazonaws.com":      {name: "AWSServiceRoleForApplicationAutoScaling_ComprehendEndpoint", policy: "AWSApplicationAutoscalingComprehendEndpointPolicy"},
	"config.amazonaws.com":                                  {name: "AWSServiceRoleForConfig", policy: "AWSConfigServiceRolePolicy"},
	"connect.amazonaws.com":                                 {name: "AWSServiceRoleForAmazonConnect", policy: "AmazonConnectServiceLinkedRolePolicy", suffixes: true},
	"custom-resource.application-autoscaling.amazonaws.com": {name: "AWSServiceRoleForApplicationAutoScaling_CustomResource", policy: "AWSApplicationAutoScalingCustomResourcePolicy"},
	"dax.amazonaws.com":                                     {name: "AWSServiceRoleForDAX", policy: "DAXServiceRolePolicy"},
	"dynamodb.application-autoscaling.amazonaws.com":        {name: "AWSServiceRoleForApplicationAutoScaling_DynamoDBTable", policy: "AWSApplicationAutoscalingDynamoDBTablePolicy"},
	"ec2.application-autoscaling.amazonaws.com":             {name: "AWSServiceRoleForApplicationAutoScaling_EC2SpotFleetRequest", policy: "AWSApplicationAutoscalingEC2SpotFleetRequestPolicy"},
	"ec2fleet.amazonaws.com":                                {name: "AWSServiceRoleForEC2Fleet", policy: "AWSEC2FleetServiceRolePolicy"},
	"ec2scheduled.amazonaws.com":                            {name: "AWSServiceRoleForEC2ScheduledInstances", policy: "AWSServiceRoleForEC2ScheduledInstances"},
	"ecs.amazonaws.com":                                     {name: "AWSServiceRoleForECS", policy: "AmazonECSServiceRolePolicy"},
	"ecs.application-autoscaling.amazonaws.com":             {name: "AWSServiceRoleForApplicationAutoScaling_ECSService", policy: "AWSApplicationAutoscalingECSServicePolicy"},
	"eks-nodegroup.amazonaws.com":                           {name: "AWSServiceRoleForAmazonEKSNodegroup", policy: "AWSServiceRoleForAmazonEKSNodegroup"},
	"eks.amazonaws.com":                                     {name: "AWSServiceRoleForAmazonEKS", policy: "AmazonEKSServiceRolePolicy"},
	"elasticache.amazonaws.com":                             {name: "AWSServiceRoleForElastiCache", policy: "ElastiCacheServiceRolePolicy"},
	"elasticache.application-autoscaling.amazonaws.com":     {name: "AWSServiceRoleForApplicationAutoScaling_ElastiCacheRG", policy: "AWSApplicationAutoscalingElastiCacheRGPolicy"},
	"elasticbeanstalk.amazonaws.com":                        {name: "AWSServiceRoleForElasticBeanstalk", policy: "AWSElasticBeanstalkServiceRolePolicy"},
	"elasticfilesystem.amazonaws.com":                       {name: "AWSServiceRoleForAmazonElasticFileSystem", policy: "AmazonElasticFileSystemServiceRolePolicy"},
	"elasticloadbalancing.amazonaws.com":                    {name: "AWSServiceRoleForElasticLoadBalancing", policy: "AWSElasticLoadBalancingServiceRolePolicy"},
	"elasticmapreduce.amazonaws.com":                        {name: "AWSServiceRoleForEMRCleanup", policy: "AmazonEMRCleanupPolicy"},
	"es.amazonaws.com":                                      {name: "AWSServiceRoleForAmazonElasticsearchService", policy: "AmazonElasticsearchServiceRolePolicy"},
	"fsx.amazonaws.com":                                     {name: "AWSServiceRoleForAmazonFSx", policy: "AmazonFSxServiceRolePolicy"},
	"globalaccelerator.amazonaws.com":                       {name: "AWSServiceRoleForGlobalAccelerator", policy: "AWSGlobalAcceleratorSLRPolicy"},
	"guardduty.amazonaws.com":                               {name: "AWSServiceRoleForAmazonGuardDuty", policy: "AmazonGuardDutyServiceRolePolicy"},
	"kafka.amazonaws.com":                                   {name: "AWSServiceRoleForKafka", policy: "KafkaServiceRolePolicy"},
	"kafka.application-autoscaling.amazonaws.com":           {name: "AWSServiceRoleForApplicationAutoScaling_KafkaCluster", policy: "AWSApplicationAutoscalingKafkaClusterPolicy"},
	"lambda.application-autoscaling.amazonaws.com":          {name: "AWSServiceRoleForApplicationAutoScaling_LambdaConcurrency", policy: "AWSApplicationAutoscalingLambdaConcurrencyPolicy"},
	"neptune.application-autoscaling.amazonaws.com":         {name: "AWSServiceRoleForApplicationAutoScaling_NeptuneCluster", policy: "AWSApplicationAutoscalingNeptuneClusterPolicy"},
	"opensearchservice.amazonaws.com":                       {name: "AWSServiceRoleForAmazonOpenSearchService", policy: "AmazonOpenSearchServiceRolePolicy"},
	"ops.apigateway.amazonaws.com":                          {name: "AWSServiceRoleForAPIGateway", policy: "APIGatewayServiceRolePolicy"},
	"organizations.amazonaws.com":                           {name: "AWSServiceRoleForOrganizations", policy: "AWSOrganizationsServiceTrustPolicy"},
	"rds.amazonaws.com":                                     {name: "AWSServiceRoleForRDS", policy: "AmazonRDSServiceRolePolicy"},
	"rds.application-autoscaling.amazonaws.com":             {name: "AWSServiceRoleForApplicationAutoScaling_RDSCluster", policy: "AWSApplicationAutoscalingRDSClusterPolicy"},
	"redshift.amazonaws.com":                                {name: "AWSServiceRoleForRedshift", policy: "AmazonRedshiftServiceLinkedRolePolicy"},
	"replicator.lambda.amazonaws.com":                       {name: "AWSServiceRoleForLambdaReplicator", policy: "AWSLambdaReplicator"},
	"sagemaker.application-autoscaling.amazonaws.com":       {name: "AWSServiceRoleForApplicationAutoScaling_SageMakerEndpoint", policy: "AWSApplicationAutoscalingSageMakerEndpointPolicy"},
	"securityhub.amazonaws.com":                             {name: "AWSServiceRoleForSecurityHub", policy: "AWSSecurityHubServiceRolePolicy"},
	"spot.amazonaws.com":                                    {name: "AWSServiceRoleForEC2Spot", policy: "AWSEC2SpotServiceRolePolicy"},
	"spotfleet.amazonaws.com":                               {name: "AWSServiceRoleForEC2SpotFleet", policy: "AWSEC2SpotFleetServiceRolePolicy"},
	"ssm.amazonaws.com":                                     {name: "AWSServiceRoleForAmazonSSM", policy: "AmazonSSMServiceRolePolicy"},
	"sso.amazonaws.com":                                     {name: "AWSServiceRoleForSSO", policy: "AWSSSOServiceRolePolicy"},
	"support.amazonaws.com":                                 {name: "AWSServiceRoleForSupport", policy: "AWSSupportServiceRolePolicy"},
	"transitgateway.amazonaws.com":                          {name: "AWSServiceRoleForVPCTransitGateway", policy: "AWSVPCTransitGatewayServiceRolePolicy"},
	"trustedadvisor.amazonaws.com":                          {name: "AWSServiceRoleForTrustedAdvisor", policy: "AWSTrustedAdvisorServiceRolePolicy"},
	"workspaces.application-autoscaling.amazonaws.com":      {name: "AWSServiceRoleForApplicationAutoScaling_WorkSpacesPool", policy: "AWSApplicationAutoscalingWorkSpacesPoolPolicy"},
}

// linkedName is the name of a service's role; for a service that we do not know it is made of the service's own.
func linkedName(principal string, suffix *string) string {
	known, ok := linkedRoles[principal]
	name := known.name
	if !ok {
		first, _, _ := strings.Cut(principal, ".")
		name = "AWSServiceRoleFor" + first
	}
	if suffix != nil {
		name += "_" + *suffix
	}
	return name
}

func asksNewServiceLinkedRole(c *service.Call, in *api.CreateServiceLinkedRoleInput) ([]access.Ask, error) {
	return one(access.Ask{
		Action:   "iam:CreateServiceLinkedRole",
		Resource: identity.ARN(c.Account(), "role", serviceLinkedPath+in.AWSServiceName+"/", linkedName(in.AWSServiceName, in.CustomSuffix)),
		Context:  []access.Key{access.One("iam:AWSServiceName", in.AWSServiceName)},
	})
}

func createServiceLinkedRole(c *service.Call, in *api.CreateServiceLinkedRoleInput) (*api.CreateServiceLinkedRoleOutput, error) {
	known, ok := linkedRoles[in.AWSServiceName]
	if !ok {
		return nil, invalidInput("Service %s does not have a service-linked role here.", in.AWSServiceName)
	}
	if in.CustomSuffix != nil && !known.suffixes {
		return nil, invalidInput("Custom suffix is not allowed for %s", in.AWSServiceName)
	}
	name := linkedName(in.AWSServiceName, in.CustomSuffix)
	if _, taken := roleNamed(c, name); taken {
		return nil, invalidInput("Service role name %s has been taken in this account, please try a different suffix.", name)
	}
	aws, ok := catalog.PolicyByName(known.policy)
	if !ok {
		return nil, invalidInput("Service %s does not have a service-linked role here.", in.AWSServiceName)
	}
	role := &identity.Role{
		Account: c.Account(), Name: name, ID: c.NewID(identity.RolePrefix), Path: serviceLinkedPath + in.AWSServiceName + "/", CreatedAt: c.Now,
		Grants:      identity.Grants{Attached: []string{aws.ARN}},
		Trust:       `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"` + in.AWSServiceName + `"},"Action":"sts:AssumeRole"}]}`,
		Description: orEmpty(in.Description), MaxSession: identity.DefaultMaxSession,
	}
	if err := putNewRole(c, role); err != nil {
		return nil, err
	}
	return &api.CreateServiceLinkedRoleOutput{Role: listedRole(c, role)}, nil
}

func asksDeleteServiceLinkedRole(c *service.Call, in *api.DeleteServiceLinkedRoleInput) ([]access.Ask, error) {
	ask := roleAsk(c, "iam:DeleteServiceLinkedRole", in.RoleName)
	if role, ok := roleNamed(c, in.RoleName); ok && isServiceLinked(role) {
		ask.Context = append(ask.Context, access.One("iam:AWSServiceName", linkedService(role)))
	}
	return one(ask)
}

func linkedService(role *identity.Role) string {
	return strings.Trim(strings.TrimPrefix(role.Path, serviceLinkedPath), "/")
}

// deleteServiceLinkedRole deletes at once: no service here holds on to its role. The task is over when it is asked for.
func deleteServiceLinkedRole(c *service.Call, in *api.DeleteServiceLinkedRoleInput) (*api.DeleteServiceLinkedRoleOutput, error) {
	role, err := mustRole(c, in.RoleName)
	if err != nil {
		return nil, err
	}
	if !isServiceLinked(role) {
		return nil, noSuchEntity("The role with name %s cannot be found.", in.RoleName)
	}
	store.Roles.Delete(c.Tx, identity.Key(role.Account, role.Name))
	store.RoleUses.Delete(c.Tx, role.ID)
	store.ForgetServiceUses(c.Tx, role.ID)
	task := "task" + role.Path + role.Name + "/" + service.NewRequestID(c.Chance)
	return &api.DeleteServiceLinkedRoleOutput{DeletionTaskId: task}, nil
}

func asksDeletionStatus(c *service.Call, in *api.GetServiceLinkedRoleDeletionStatusInput) ([]access.Ask, error) {
	path, name, _ := taskRole(in.DeletionTaskId)
	return one(access.Ask{Action: "iam:GetServiceLinkedRoleDeletionStatus", Resource: identity.ARN(c.Account(), "role", path, name)})
}

// taskRole reads path and name of the role out of a deletion task: task/aws-service-role/SERVICE/ROLE/ID.
func taskRole(task string) (path, name string, ok bool) {
	parts := strings.Split(task, "/")
	if len(parts) != 5 || parts[0] != "task" || parts[1] != "aws-service-role" {
		return "/", "unknown", false
	}
	return serviceLinkedPath + parts[2] + "/", parts[3], true
}

func getServiceLinkedRoleDeletionStatus(_ *service.Call, in *api.GetServiceLinkedRoleDeletionStatusInput) (*api.GetServiceLinkedRoleDeletionStatusOutput, error) {
	if _, _, ok := taskRole(in.DeletionTaskId); !ok {
		return nil, noSuchEntity("Deletion task with id %s cannot be found.", in.DeletionTaskId)
	}
	return &api.GetServiceLinkedRoleDeletionStatusOutput{Status: api.DeletionTaskStatusTypeSucceeded}, nil
}
